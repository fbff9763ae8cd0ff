package dev.weft.front.magic.maven;

import dev.weft.front.magic.Arguments;
import dev.weft.front.magic.Magic;
import dev.weft.front.magic.MagicContext;
import dev.weft.front.magic.MagicException;
import dev.weft.front.magic.MagicValue;
import dev.weft.front.magic.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Magics that say where dependencies are looked for. */
final class RepositoryMagics {

  /** Repositories that JBang knows by name. */
  private static final Map<String, String> KNOWN_REPOSITORIES =
      Map.of(
          "mavencentral", "https://repo.maven.apache.org/maven2",
          "central", "https://repo.maven.apache.org/maven2",
          "google", "https://maven.google.com",
          "jitpack", "https://jitpack.io");

  private static final String ALWAYS = "always";

  private final Dependencies dependencies;

  RepositoryMagics(Dependencies dependencies) {
    this.dependencies = dependencies;
  }

  Magic repository() {
    return Magic.named("mavenRepo", "addMavenRepo")
        .summary("adds a Maven repository, or lists those that are asked")
        .parameter(Parameter.of(Parameter.Kind.OTHER, "[ID]", "a short name for it"))
        .parameter(Parameter.of(Parameter.Kind.OTHER, "[URL]", "where it is"))
        .parameter(
            Parameter.option(
                "[--snapshots WHEN]", "asks for newer snapshots always, daily, never, or is off"))
        .line(this::addRepository)
        .build();
  }

  private MagicValue addRepository(Arguments arguments, MagicContext context)
      throws MagicException {
    List<String> words = arguments.plain("--snapshots");
    String snapshots = arguments.option("--snapshots").orElse(ALWAYS);
    if (!Set.of(ALWAYS, "daily", "never", "off").contains(snapshots)) {
      throw new MagicException(
          "--snapshots is always, daily, never or off, not " + snapshots + ".");
    }
    if (words.isEmpty()) {
      return listRepositories(context);
    }
    if (words.size() != 2) {
      throw new MagicException(
          "Write a short name and the URL: %mavenRepo acme https://maven.acme.com/releases");
    }
    add(words.get(0), url(words.get(1), context), snapshots);
    return MagicValue.none();
  }

  /** Returns the URL; a path of this machine is made one. */
  private static String url(String text, MagicContext context) throws MagicException {
    if (text.matches("(?i)(https?|file):.*")) {
      return text;
    }
    Path folder = context.worker().directory().resolve(text);
    if (text.contains(":/") || !Files.isDirectory(folder)) {
      throw new MagicException(
          "'" + text + "' is neither an http, https or file URL nor a folder that exists.");
    }
    return folder.toUri().toString();
  }

  private void add(String id, String url, String snapshots) throws MagicException {
    try {
      dependencies.addRepository(id, url, snapshots);
    } catch (DependencyException e) {
      throw DependencyLoader.failed(e);
    }
  }

  private MagicValue listRepositories(MagicContext context) throws MagicException {
    try {
      List<String> lines =
          dependencies.repositories().stream()
              .map(each -> each.getId() + "  " + each.getUrl())
              .toList();
      lines.forEach(context.output()::println);
      return MagicValue.texts(lines);
    } catch (DependencyException e) {
      throw DependencyLoader.failed(e);
    }
  }

  Magic repos() {
    return Magic.named("//REPOS")
        .summary("adds Maven repositories, as a JBang script does")
        .parameter(Parameter.of(Parameter.Kind.OTHER, "NAME|ID=URL...", "where to look"))
        .line(
            (arguments, context) -> {
              for (String word : arguments.text().split("[\\s,;]+", -1)) {
                addNamed(word, context);
              }
              return MagicValue.none();
            })
        .build();
  }

  private void addNamed(String word, MagicContext context) throws MagicException {
    int equals = word.indexOf('=');
    String known = KNOWN_REPOSITORIES.get(word);
    if (equals > 0) {
      add(word.substring(0, equals), url(word.substring(equals + 1), context), ALWAYS);
    } else if (known != null) {
      add(known.contains("repo.maven") ? "central" : word, known, "off");
    } else if (!word.isEmpty()) {
      add(word.replaceAll("[^\\w.-]+", "-"), url(word, context), ALWAYS);
    }
  }
}
