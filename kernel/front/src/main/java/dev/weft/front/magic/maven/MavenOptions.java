package dev.weft.front.magic.maven;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where Maven's files are.
 *
 * @param userHome the folder with {@code .m2}
 * @param globalSettings Maven's own settings, where it is installed
 * @param userSettings the settings to use instead of {@code .m2/settings.xml}
 * @param localRepository the local repository to use instead of the one that the settings name
 * @param offline whether no remote repository is ever asked
 */
record MavenOptions(
    Path userHome,
    Optional<Path> globalSettings,
    Optional<Path> userSettings,
    Optional<Path> localRepository,
    boolean offline) {

  private static final String OFFLINE = "WEFT_OFFLINE";
  private static final String LOCAL_REPOSITORY = "WEFT_MAVEN_REPO";
  private static final String SETTINGS = "WEFT_MAVEN_SETTINGS";

  /** Returns the options of this process: its system properties, and those variables. */
  static MavenOptions of(Map<String, String> environment) {
    Optional<Path> installed =
        variable(environment, "MAVEN_HOME").or(() -> variable(environment, "M2_HOME"));
    Optional<Path> repository =
        Optional.ofNullable(System.getProperty("maven.repo.local")).map(Path::of);
    return new MavenOptions(
        Path.of(System.getProperty("user.home")),
        installed.map(home -> home.resolve("conf").resolve("settings.xml")),
        variable(environment, SETTINGS),
        variable(environment, LOCAL_REPOSITORY).or(() -> repository),
        isOn(environment.getOrDefault(OFFLINE, "")));
  }

  private static Optional<Path> variable(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name))
        .filter(value -> !value.isBlank())
        .map(Path::of);
  }

  private static boolean isOn(String value) {
    return value.equals("1") || value.equalsIgnoreCase("true");
  }

  Path settingsFile() {
    return userSettings.orElse(userHome.resolve(".m2").resolve("settings.xml"));
  }

  Path securityFile() {
    return Optional.ofNullable(System.getProperty("settings.security"))
        .map(Path::of)
        .orElse(userHome.resolve(".m2").resolve("settings-security.xml"));
  }
}
