package dev.weft.front.magic;

import dev.weft.front.magic.Parameter.Kind;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Magics that read and write files. */
public final class FileMagics {

  private static final List<String> EXTENSIONS =
      List.of("", ".jsh", ".jshell", ".java", ".ijava", ".ipynb");

  private final NotebookReader notebooks;

  /** Magics that read notebooks with that. */
  public FileMagics(NotebookReader notebooks) {
    this.notebooks = notebooks;
  }

  /** Returns them. */
  public List<Magic> all() {
    return List.of(
        Magic.named("load", "run")
            .summary("runs a file of Java, or the code cells of a notebook, in this notebook")
            .parameter(Parameter.of(Kind.FILE, "FILE", ".jsh, .jshell, .java, .ijava or .ipynb"))
            .line(this::load)
            .build(),
        Magic.named("writefile", "file")
            .summary("writes the cell's body to a file")
            .parameter(Parameter.option("[-a]", "appends to the file"))
            .parameter(Parameter.of(Kind.FILE, "FILE", "its path"))
            .cell(FileMagics::write)
            .build());
  }

  private MagicValue load(Arguments arguments, MagicContext context) throws MagicException {
    String name = arguments.single("the name of a file");
    Path file = find(resolve(name, context));
    String fileName = String.valueOf(file.getFileName());
    try {
      if (!fileName.toLowerCase(Locale.ROOT).endsWith(".ipynb")) {
        return Runs.inOrder(context, List.of(Source.ofFile(fileName, Files.readString(file))));
      }
      List<Source> cells = new ArrayList<>();
      for (String code : notebooks.codeCells(file)) {
        cells.add(Source.ofFile(fileName + ", code cell " + (cells.size() + 1), code));
      }
      return Runs.inOrder(context, cells);
    } catch (IOException e) {
      throw new MagicException("Unable to read " + file + ": " + reason(e) + ".");
    }
  }

  /** Returns the file of that name, or the one with an extension added. */
  private static Path find(Path wanted) throws MagicException {
    for (String extension : EXTENSIONS) {
      Path file = wanted.resolveSibling(wanted.getFileName() + extension);
      if (Files.isRegularFile(file)) {
        return file;
      }
    }
    throw new MagicException("There is no file " + wanted + ".");
  }

  static Path resolve(String name, MagicContext context) throws MagicException {
    try {
      String home = System.getProperty("user.home", "");
      boolean inHome = name.equals("~") || name.startsWith("~/");
      return context.worker().directory().resolve(inHome ? home + name.substring(1) : name);
    } catch (InvalidPathException e) {
      throw new MagicException(name + " is no path: " + e.getReason() + ".");
    }
  }

  private static MagicValue write(Arguments arguments, Source body, MagicContext context)
      throws MagicException {
    Path file = resolve(arguments.single("the name of a file"), context);
    boolean appends = arguments.has("-a", "--append");
    boolean existed = Files.exists(file);
    String text = body.text().endsWith("\n") ? body.text() : body.text() + "\n";
    try {
      Files.writeString(
          file,
          text,
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          appends ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new MagicException("Unable to write " + file + ": " + reason(e) + ".");
    }
    String done = appends && existed ? "Appended to " : existed ? "Overwritten: " : "Written: ";
    context.output().println(done + file);
    return MagicValue.none();
  }

  private static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "the folder does not exist";
      case AccessDeniedException _ -> "it is not permitted";
      case MalformedInputException _ -> "it is not UTF-8 text";
      default -> String.valueOf(e.getMessage());
    };
  }
}
