package dev.weft.front.magic.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A user's Maven, with settings and a local repository of its own, which never asks the network.
 */
final class TestMaven implements AutoCloseable {

  final Path home;
  final Dependencies dependencies;
  final List<String> progress = new ArrayList<>();

  /** A Maven for which a repository stands in for all others. */
  TestMaven(Path home, String url) throws IOException {
    this(home, mirror(url), false);
  }

  TestMaven(Path home, String settings, boolean offline) throws IOException {
    this.home = home;
    Files.createDirectories(home.resolve(".m2"));
    Files.writeString(home.resolve(".m2/settings.xml"), "<settings>" + settings + "</settings>");
    dependencies =
        new Dependencies(
            new MavenOptions(home, Optional.empty(), Optional.empty(), Optional.empty(), offline));
  }

  static String mirror(String url) {
    return "<mirrors><mirror><id>test</id><url>"
        + url
        + "</url><mirrorOf>*</mirrorOf></mirror></mirrors>";
  }

  Resolution resolve(ResolveRequest request) throws DependencyException {
    Transfers transfers = new Transfers(progress::add);
    Resolution resolution = dependencies.resolve(request, transfers);
    transfers.done();
    return resolution;
  }

  /** Finds dependencies, and takes note that they are loaded. */
  Resolution load(String... coordinates) throws DependencyException {
    ResolveRequest request = request(coordinates);
    Resolution resolution = resolve(request);
    dependencies.loaded(request, resolution);
    return resolution;
  }

  static ResolveRequest request(String... coordinates) {
    return ResolveRequest.of(Arrays.stream(coordinates).map(TestRepository::parse).toList());
  }

  static List<String> names(Resolution resolution) {
    return resolution.artifacts().stream()
        .map(found -> found.coordinates().artifactId() + " " + found.coordinates().version())
        .toList();
  }

  @Override
  public void close() {
    dependencies.close();
  }
}
