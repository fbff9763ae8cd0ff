package dev.weft.front.magic.maven;

import java.util.List;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResult;
import org.eclipse.aether.resolution.VersionRequest;
import org.eclipse.aether.util.version.GenericVersionScheme;
import org.eclipse.aether.version.InvalidVersionSpecificationException;
import org.eclipse.aether.version.Version;

/** Finds the version that a person meant by a range, by {@code LATEST}, or by a BOM. */
final class Versions {

  private static final int SHOWN = 5;

  private final RepositorySystem system;
  private final RepositorySystemSession session;
  private final List<RemoteRepository> repositories;

  Versions(
      RepositorySystem system,
      RepositorySystemSession session,
      List<RemoteRepository> repositories) {
    this.system = system;
    this.session = session;
    this.repositories = repositories;
  }

  /** Returns whether one version is newer than another. */
  static boolean isNewer(String version, String other) {
    GenericVersionScheme scheme = new GenericVersionScheme();
    try {
      Version one = scheme.parseVersion(version);
      Version two = scheme.parseVersion(other);
      return one.compareTo(two) > 0;
    } catch (InvalidVersionSpecificationException e) {
      return false;
    }
  }

  /**
   * Returns the artifact with one version.
   *
   * @param managed versions that hold where none is given
   */
  Artifact fix(Artifact artifact, List<Dependency> managed)
      throws DependencyException, RepositoryException {
    String version = artifact.getVersion();
    if (version.isEmpty()) {
      return managed(artifact, managed);
    }
    if (version.equals("LATEST") || version.equals("RELEASE")) {
      return artifact.setVersion(newest(artifact));
    }
    boolean range = "[(".indexOf(version.charAt(0)) >= 0;
    return range ? artifact.setVersion(highest(artifact)) : artifact;
  }

  private static Artifact managed(Artifact artifact, List<Dependency> managed)
      throws DependencyException {
    return managed.stream()
        .map(Dependency::getArtifact)
        .filter(each -> Artifacts.key(each).equals(Artifacts.key(artifact)))
        .findFirst()
        .map(each -> artifact.setVersion(each.getVersion()))
        .orElseThrow(
            () ->
                new DependencyException(
                    Artifacts.coordinates(artifact)
                        + " has no version: write one, as in "
                        + Artifacts.coordinates(artifact).ofVersion("1.2.3")
                        + ", or RELEASE, or name a BOM that gives it (--bom)."));
  }

  private String newest(Artifact artifact) throws DependencyException, RepositoryException {
    var result = system.resolveVersion(session, new VersionRequest(artifact, repositories, null));
    if (result.getVersion() == null || result.getVersion().equals(artifact.getVersion())) {
      throw none(artifact);
    }
    return result.getVersion();
  }

  private String highest(Artifact artifact) throws DependencyException, RepositoryException {
    VersionRangeResult result =
        system.resolveVersionRange(session, new VersionRangeRequest(artifact, repositories, null));
    if (result.getHighestVersion() != null) {
      return result.getHighestVersion().toString();
    }
    VersionRangeResult any =
        system.resolveVersionRange(
            session, new VersionRangeRequest(artifact.setVersion("[0,)"), repositories, null));
    if (any.getVersions().isEmpty()) {
      throw none(artifact);
    }
    throw new DependencyException(
        "No version of "
            + Artifacts.coordinates(artifact).name()
            + " lies in "
            + artifact.getVersion()
            + "; there are "
            + last(any.getVersions())
            + ".");
  }

  private static String last(List<Version> versions) {
    int from = Math.max(0, versions.size() - SHOWN);
    String shown =
        String.join(
            ", ", versions.subList(from, versions.size()).stream().map(Version::toString).toList());
    return from == 0 ? shown : "..., " + shown;
  }

  private DependencyException none(Artifact artifact) {
    return new DependencyException(
        "No version of "
            + Artifacts.coordinates(artifact).name()
            + " was found in "
            + String.join(", ", repositories.stream().map(RemoteRepository::getId).toList())
            + " and the local repository. Check the spelling.");
  }
}
