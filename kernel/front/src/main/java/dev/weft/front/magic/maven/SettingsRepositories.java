package dev.weft.front.magic.maven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.settings.Profile;
import org.apache.maven.settings.Repository;
import org.apache.maven.settings.Settings;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.jspecify.annotations.Nullable;

/** The repositories of the profiles that are active in the settings. */
final class SettingsRepositories {

  private SettingsRepositories() {}

  static List<RemoteRepository> of(Settings settings) {
    List<RemoteRepository> repositories = new ArrayList<>();
    for (Profile profile : SettingsProfiles.active(settings)) {
      profile.getRepositories().forEach(each -> repositories.add(repository(each)));
    }
    return repositories;
  }

  private static RemoteRepository repository(Repository repository) {
    return new RemoteRepository.Builder(
            repository.getId(), repository.getLayout(), repository.getUrl())
        .setReleasePolicy(policy(repository.getReleases()))
        .setSnapshotPolicy(policy(repository.getSnapshots()))
        .build();
  }

  private static RepositoryPolicy policy(
      org.apache.maven.settings.@Nullable RepositoryPolicy declared) {
    if (declared == null) {
      return new RepositoryPolicy();
    }
    return new RepositoryPolicy(
        declared.isEnabled(),
        otherwise(declared.getUpdatePolicy(), RepositoryPolicy.UPDATE_POLICY_DAILY),
        otherwise(declared.getChecksumPolicy(), RepositoryPolicy.CHECKSUM_POLICY_WARN));
  }

  private static String otherwise(@Nullable String value, String fallback) {
    return value == null || value.isBlank() ? fallback : value;
  }
}
