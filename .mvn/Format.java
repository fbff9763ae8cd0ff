import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Checks ({@code check}) or rewrites ({@code fix}) the layout of every Java source of the project. */
final class Format {
  public static void main(String[] args) throws Exception {
    List<String> arguments = new ArrayList<>();
    if (args[0].equals("fix")) {
      arguments.add("--replace");
    } else {
      arguments.addAll(List.of("--dry-run", "--set-exit-if-changed"));
    }
    arguments.addAll(sources());
    PrintWriter out = new PrintWriter(System.out, true);
    PrintWriter err = new PrintWriter(System.err, true);
    int code = new Main(out, err, System.in).format(arguments.toArray(String[]::new));
    if (code != 0) {
      err.println("The files above are not formatted. Mend them: mvn -Pformat -N process-sources");
    }
    System.exit(code);
  }

  private static List<String> sources() throws IOException {
    List<String> files = new ArrayList<>();
    for (String root : List.of("kernel", "install", "notebooks")) {
      try (var walk = Files.walk(Path.of(root))) {
        walk.filter(p -> p.toString().endsWith(".java"))
            .filter(p -> !p.toString().contains("target"))
            .forEach(p -> files.add(p.toString()));
      }
    }
    return files;
  }
}
