package dev.weft.front.complete;

import dev.weft.front.analysis.NotebookView;
import dev.weft.front.complete.Proposal.Origin;
import dev.weft.front.interpreter.Completion;
import dev.weft.front.magic.Magic;
import dev.weft.front.magic.MagicRegistry;
import dev.weft.front.magic.Parameter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Completes the names of magics and what follows them. */
public final class MagicCompleter {

  private static final Pattern NAME = Pattern.compile("(?:[^%\"']*=)?\\s*(%%?)(\\w*)");
  private static final Pattern CALL =
      Pattern.compile("(?:[^%\"']*=)?\\s*(%%?)(\\w+)\\s+(.*)", Pattern.DOTALL);
  private static final Pattern COMMAND = Pattern.compile("\\s*!.*", Pattern.DOTALL);
  private static final Pattern WORDS = Pattern.compile("[\\s=,:]");

  private final MagicRegistry registry;
  private final JavaCompleter java;

  /** Completes the magics of a registry, and Java where they take Java. */
  public MagicCompleter(MagicRegistry registry, JavaCompleter java) {
    this.registry = registry;
    this.java = java;
  }

  /** Returns candidates where the cursor stands in a magic; empty where it stands in Java. */
  public Optional<Completion> complete(NotebookView notebook, String code, int cursor) {
    int start = code.lastIndexOf('\n', cursor - 1) + 1;
    String line = code.substring(start, cursor);
    Matcher name = NAME.matcher(line);
    Matcher call = CALL.matcher(line);
    if (name.matches()) {
      boolean cell = name.group(1).length() == 2;
      return Optional.of(
          names(name.group(2), cell, cell && code.substring(0, start).isBlank(), cursor));
    }
    if (call.matches()) {
      Optional<Magic> magic = registry.find(call.group(2));
      return magic.map(m -> arguments(m, notebook, code, start + call.start(3), cursor));
    }
    if (COMMAND.matcher(line).matches()) {
      return Optional.of(FileNames.complete(lastWord(line), cursor));
    }
    return body(notebook, code, cursor);
  }

  private Completion names(String typed, boolean cell, boolean first, int cursor) {
    Proposals proposals = new Proposals(typed);
    for (Magic magic : registry.all()) {
      boolean fits = cell ? first && magic.cell().isPresent() : magic.line().isPresent();
      if (fits && Character.isJavaIdentifierStart(magic.name().charAt(0))) {
        add(magic, magic.name(), proposals);
        magic.aliases().stream()
            .filter(alias -> !typed.isEmpty() && alias.startsWith(typed))
            .forEach(alias -> add(magic, alias, proposals));
      }
    }
    return proposals.completion(cursor - typed.length(), cursor);
  }

  private static void add(Magic magic, String name, Proposals proposals) {
    proposals.add(
        new Proposal(name, name, "magic", magic.summary(), false, false, Origin.LOCAL, 0)
            .documented(documentation(magic)));
  }

  private static String documentation(Magic magic) {
    StringBuilder text = new StringBuilder();
    magic.usages().forEach(usage -> text.append('`').append(usage).append("`  \n"));
    text.append(magic.summary()).append('\n');
    for (Parameter each : magic.parameters()) {
      text.append("\n- `").append(each.syntax()).append("` ").append(each.help());
    }
    return text.toString();
  }

  private Completion arguments(
      Magic magic, NotebookView notebook, String code, int start, int cursor) {
    if (magic.parameters().stream().anyMatch(p -> p.kind() == Parameter.Kind.JAVA)) {
      String blank = code.substring(0, start).replaceAll("[^\\n]", " ");
      return java.complete(notebook, blank + code.substring(start), cursor);
    }
    String word = lastWord(code.substring(start, cursor));
    Proposals proposals = new Proposals(word);
    boolean files = magic.reading() == Magic.Reading.COMMAND;
    for (Parameter parameter : magic.parameters()) {
      files |= parameter.kind() == Parameter.Kind.FILE || parameter.kind() == Parameter.Kind.FOLDER;
      add(parameter, notebook, proposals);
    }
    Completion found = proposals.completion(cursor - word.length(), cursor);
    return found.total() == 0 && files ? FileNames.complete(word, cursor) : found;
  }

  private void add(Parameter parameter, NotebookView notebook, Proposals proposals) {
    switch (parameter.kind()) {
      case CHOICE -> parameter.choices().forEach(each -> choice(each, parameter, proposals));
      case ENVIRONMENT -> System.getenv().keySet().forEach(each -> plain(each, proposals));
      case MAGIC -> registry.all().forEach(magic -> add(magic, magic.name(), proposals));
      case NAME -> notebook.declared().forEach(each -> plain(each.name(), proposals));
      case FILE, FOLDER, JAVA, OTHER -> {}
    }
  }

  private static void choice(String text, Parameter parameter, Proposals proposals) {
    proposals.add(
        new Proposal(text, text, "param", parameter.syntax(), false, false, Origin.LOCAL, 0)
            .documented(parameter.help()));
  }

  private static void plain(String text, Proposals proposals) {
    proposals.add(Proposal.plain(text, "param", Origin.LOCAL));
  }

  private static String lastWord(String text) {
    String[] words = WORDS.split(text, -1);
    return words[words.length - 1];
  }

  /** What stands below a cell magic is Java if the magic takes Java, and a command otherwise. */
  private Optional<Completion> body(NotebookView notebook, String code, int cursor) {
    String first = code.stripLeading().lines().findFirst().orElse("");
    Matcher call = Pattern.compile("%%(\\w+).*").matcher(first);
    if (!call.matches()) {
      return Optional.empty();
    }
    int end = code.indexOf(first) + first.length();
    Optional<Magic> magic = registry.find(call.group(1));
    if (magic.isPresent() && cursor > end) {
      boolean takesJava =
          magic.get().parameters().stream().anyMatch(p -> p.kind() == Parameter.Kind.JAVA);
      String blank = code.substring(0, end).replaceAll("[^\\n]", " ");
      return Optional.of(
          takesJava
              ? java.complete(notebook, blank + code.substring(end), cursor)
              : FileNames.complete(lastWord(code.substring(end, cursor)), cursor));
    }
    return Optional.empty();
  }
}
