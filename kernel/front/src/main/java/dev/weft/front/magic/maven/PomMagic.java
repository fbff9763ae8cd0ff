package dev.weft.front.magic.maven;

import dev.weft.front.magic.Arguments;
import dev.weft.front.magic.Magic;
import dev.weft.front.magic.MagicContext;
import dev.weft.front.magic.MagicException;
import dev.weft.front.magic.MagicValue;
import dev.weft.front.magic.Parameter;
import dev.weft.front.magic.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The magic that adds the dependencies of a POM. */
final class PomMagic {

  private final DependencyLoader loader;

  PomMagic(DependencyLoader loader) {
    this.loader = loader;
  }

  Magic magic() {
    return Magic.named("loadFromPOM", "loadFromPom")
        .summary("adds the dependencies of a POM, or of pieces of one below the line")
        .parameter(Parameter.of(Parameter.Kind.FILE, "[FILE]", "the POM, or a folder with one"))
        .parameter(
            Parameter.choice(
                "[SCOPE...]",
                "scopes of dependencies to add",
                List.of("compile", "runtime", "provided", "test")))
        .line(this::loadFile)
        .cell(this::loadText)
        .build();
  }

  private MagicValue loadFile(Arguments arguments, MagicContext context) throws MagicException {
    List<String> words = arguments.plain();
    if (words.isEmpty()) {
      throw new MagicException("Write the path of a POM behind %loadFromPOM.");
    }
    Path path = context.worker().directory().resolve(words.getFirst());
    Path file = Files.isDirectory(path) ? path.resolve("pom.xml") : path;
    if (!Files.isRegularFile(file)) {
      throw new MagicException("There is no file " + file + ".");
    }
    return load(file, words.subList(1, words.size()), context);
  }

  private MagicValue loadText(Arguments arguments, Source body, MagicContext context)
      throws MagicException {
    Path file = null;
    try {
      String project = PomText.project(body.text());
      file = Files.createTempFile(Pom.OF_CELL, ".pom");
      Files.writeString(file, project);
      return load(file, arguments.plain(), context);
    } catch (DependencyException e) {
      throw DependencyLoader.failed(e);
    } catch (IOException e) {
      throw new MagicException("The POM can't be written to a file: " + e.getMessage());
    } finally {
      delete(file);
    }
  }

  private static void delete(@Nullable Path file) {
    if (file != null) {
      file.toFile().delete();
    }
  }

  private MagicValue load(Path file, List<String> scopes, MagicContext context)
      throws MagicException {
    Set<String> wanted = scopes.isEmpty() ? ResolveRequest.RUN : MavenArguments.scopes(scopes);
    ResolveRequest request =
        new ResolveRequest(
            List.of(), List.of(), List.of(), wanted, Optional.empty(), false, false, List.of());
    Resolution found =
        DependencyLoader.fetch(
            context, transfers -> loader.dependencies().resolve(file, request, transfers));
    return loader.load(request, found, context);
  }
}
