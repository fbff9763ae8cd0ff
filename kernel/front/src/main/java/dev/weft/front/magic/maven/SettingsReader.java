package dev.weft.front.magic.maven;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsBuilderFactory;
import org.apache.maven.settings.building.DefaultSettingsBuildingRequest;
import org.apache.maven.settings.building.SettingsBuildingException;
import org.apache.maven.settings.crypto.DefaultSettingsDecrypter;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.sonatype.plexus.components.cipher.DefaultPlexusCipher;
import org.sonatype.plexus.components.sec.dispatcher.DefaultSecDispatcher;

/** Reads {@code settings.xml} as Maven does, with passwords in the clear. */
final class SettingsReader {

  private final MavenOptions options;

  SettingsReader(MavenOptions options) {
    this.options = options;
  }

  /**
   * Returns the user's settings with those of the installed Maven below them.
   *
   * @throws DependencyException if a file of settings is not right
   */
  Settings read() throws DependencyException {
    Settings settings = build();
    SettingsDecryptionResult decrypted =
        decrypter().decrypt(new DefaultSettingsDecryptionRequest(settings));
    settings.setServers(decrypted.getServers());
    settings.setProxies(decrypted.getProxies());
    return settings;
  }

  private Settings build() throws DependencyException {
    DefaultSettingsBuildingRequest request = new DefaultSettingsBuildingRequest();
    request.setGlobalSettingsFile(options.globalSettings().flatMap(this::file).orElse(null));
    request.setUserSettingsFile(file(options.settingsFile()).orElse(null));
    request.setSystemProperties(systemProperties());
    try {
      return new DefaultSettingsBuilderFactory()
          .newInstance()
          .build(request)
          .getEffectiveSettings();
    } catch (SettingsBuildingException e) {
      String problem =
          e.getProblems().isEmpty() ? e.getMessage() : e.getProblems().getFirst().getMessage();
      throw new DependencyException(
          "Maven's settings (" + options.settingsFile() + ") can't be read: " + problem, e);
    }
  }

  private Optional<File> file(Path path) {
    return Files.isRegularFile(path) ? Optional.of(path.toFile()) : Optional.empty();
  }

  private Properties systemProperties() {
    Properties properties = new Properties();
    System.getenv().forEach((name, value) -> properties.setProperty("env." + name, value));
    properties.putAll(System.getProperties());
    properties.setProperty("user.home", options.userHome().toString());
    return properties;
  }

  private DefaultSettingsDecrypter decrypter() {
    DefaultSecDispatcher dispatcher = new DefaultSecDispatcher(new DefaultPlexusCipher());
    dispatcher.setConfigurationFile(options.securityFile().toString());
    return new DefaultSettingsDecrypter(dispatcher);
  }
}
