import dev.weft.widget.*;
var n = new IntSlider(0, 10, 4).description("n");
var log = new Output();
log.capture(() -> System.out.println("printed into the output"));
new VBox(
    Interact.of(n, v -> "n² = " + v * v),
    new HBox(new FloatSlider(0, 1, 0.25).description("p"), new Html("<b>bold</b>")),
    new HBox(new IntText(8080).description("port"), new FloatText(0.5).description("share")),
    new HBox(new Text("Ada").description("name"), new Password("secret").description("token")),
    new Textarea("two\nlines").description("notes"),
    new HBox(
        new Button("Go").look(Look.PRIMARY).icon("check"),
        new ToggleButton("Pause").look(Look.WARNING),
        new Checkbox("verbose")),
    new HBox(
        new Dropdown<>("red", "green", "blue").description("colour"),
        new RadioButtons<>(1, 2, 4).description("threads")),
    new IntProgress(0, 10).value(7).description("files").look(Look.SUCCESS),
    new FloatProgress(0, 1).value(0.3).description("share"),
    new Tab().add("Log", log).add("Label", new Label("$e^{i\\pi} = -1$")),
    new Accordion().add("More", new Label("unfolded")).select(0))
