package dev.weft.front.magic.maven;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.graph.Dependency;

/** The artifacts on the notebook's class path: of each one version, the first that was loaded. */
final class LoadedArtifacts {

  private final Map<String, Artifact> artifacts = new LinkedHashMap<>();

  void add(Resolution.Found found) {
    Coordinates each = found.coordinates();
    Artifact artifact =
        new DefaultArtifact(
            each.groupId(), each.artifactId(), each.classifier(), each.type(), each.version());
    artifacts.putIfAbsent(Artifacts.key(artifact), artifact);
  }

  /** Returns the loaded artifact that another one is a version of. */
  Optional<Artifact> sameAs(Artifact artifact) {
    return Optional.ofNullable(artifacts.get(Artifacts.key(artifact)));
  }

  /** Returns them all as versions that later dependencies have to live with. */
  List<Dependency> managed() {
    List<Dependency> managed = new ArrayList<>();
    artifacts.values().forEach(each -> managed.add(new Dependency(each, null)));
    return managed;
  }
}
