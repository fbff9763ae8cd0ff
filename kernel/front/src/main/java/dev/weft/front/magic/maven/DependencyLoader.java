package dev.weft.front.magic.maven;

import dev.weft.display.DisplayData;
import dev.weft.front.magic.MagicContext;
import dev.weft.front.magic.MagicException;
import dev.weft.front.magic.MagicValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Puts dependencies on the notebook's class path, and says what there is to say. */
final class DependencyLoader {

  private final Dependencies dependencies;

  DependencyLoader(Dependencies dependencies) {
    this.dependencies = dependencies;
  }

  Dependencies dependencies() {
    return dependencies;
  }

  /** Finds dependencies with the transfers given. */
  interface Finder {
    Resolution find(Transfers transfers) throws DependencyException;
  }

  /** Finds dependencies, and shows how far that has come; ends when the cell is to stop. */
  static Resolution fetch(MagicContext context, Finder finder) throws MagicException {
    String id = UUID.randomUUID().toString();
    boolean[] shown = {false};
    Transfers transfers =
        new Transfers(
            line -> {
              context.output().display(DisplayData.text(line), Optional.of(id), shown[0]);
              shown[0] = true;
            });
    try {
      return Background.run(
          () -> finder.find(transfers), context.interruption(), transfers::cancel);
    } finally {
      transfers.done();
    }
  }

  /**
   * Adds what was found.
   *
   * @return the paths of the jars that were added
   */
  MagicValue load(ResolveRequest request, Resolution found, MagicContext context)
      throws MagicException {
    List<Path> jars = new ArrayList<>();
    for (Resolution.Found each : found.artifacts()) {
      if (each.coordinates().type().equals("jar")) {
        jars.add(each.file());
      } else {
        context
            .output()
            .printError(
                each.coordinates()
                    + " is no jar, so only its file is there: "
                    + each.file()
                    + "\n");
      }
    }
    List<Path> added = context.java().addToClassPath(jars);
    dependencies.loaded(request, found);
    found.notes().forEach(note -> context.output().printError(note + "\n"));
    found.conflicts().stream()
        .filter(DependencyReport::isDowngrade)
        .forEach(each -> context.output().printError(DependencyReport.of(each) + "\n"));
    return MagicValue.texts(added.stream().map(Path::toString).toList());
  }

  /** Returns a failure of the magic. */
  static MagicException failed(DependencyException e) {
    return new MagicException("DependencyError", e.text());
  }
}
