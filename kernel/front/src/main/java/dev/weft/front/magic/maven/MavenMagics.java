package dev.weft.front.magic.maven;

import dev.weft.front.magic.Magic;
import java.util.List;
import java.util.Map;

/** The magics that have to do with Maven. */
public final class MavenMagics {

  private MavenMagics() {}

  /**
   * Returns the magics for one notebook, which remember what it has loaded.
   *
   * @param environment where {@code WEFT_OFFLINE} and the like are looked up
   */
  public static List<Magic> all(Map<String, String> environment) {
    return all(new Dependencies(MavenOptions.of(environment)));
  }

  static List<Magic> all(Dependencies dependencies) {
    DependencyLoader loader = new DependencyLoader(dependencies);
    CoordinatesMagics coordinates = new CoordinatesMagics(loader);
    RepositoryMagics repositories = new RepositoryMagics(dependencies);
    return List.of(
        coordinates.maven(),
        coordinates.deps(),
        repositories.repository(),
        repositories.repos(),
        new PomMagic(loader).magic());
  }
}
