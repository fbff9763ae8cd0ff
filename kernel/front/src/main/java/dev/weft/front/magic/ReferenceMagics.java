package dev.weft.front.magic;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The magic that tells what the notebook's author has measured. */
public final class ReferenceMagics {

  /** Where a Jupyter server tells the kernel its notebook's file. */
  private static final String NOTEBOOK = "JPY_SESSION_NAME";

  private final Map<String, String> environment;
  private final Reader reader;

  /** Reads what a notebook holds: a machine, then a median and a name in each line. */
  @FunctionalInterface
  public interface Reader {

    /** Returns an empty list where there is nothing of that name. */
    List<String> read(Path notebook, String name) throws IOException;
  }

  /** Makes the magic for a notebook, which the environment names. */
  public ReferenceMagics(Map<String, String> environment, Reader reader) {
    this.environment = environment;
    this.reader = reader;
  }

  /** Returns it. */
  public List<Magic> all() {
    return List.of(
        Magic.named("reference")
            .summary("tells what this notebook's author has measured under a name")
            .parameter(Parameter.of(Parameter.Kind.OTHER, "NAME", "of a comparison"))
            .line((arguments, context) -> read(arguments.single("the name of a comparison")))
            .build());
  }

  private MagicValue read(String name) throws MagicException {
    String notebook = environment.get(NOTEBOOK);
    if (notebook == null || !notebook.endsWith(".ipynb")) {
      return MagicValue.texts(List.of());
    }
    try {
      return MagicValue.texts(reader.read(Path.of(notebook), name));
    } catch (IOException | InvalidPathException e) {
      throw new MagicException("NoReference", notebook + " can't be read: " + e.getMessage());
    }
  }
}
