package dev.weft.front.magic.maven;

import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.ArtifactType;
import org.eclipse.aether.artifact.DefaultArtifact;

/** Coordinates as Maven Resolver knows them. */
final class Artifacts {

  private Artifacts() {}

  /** Returns the artifact; a type such as {@code test-jar} gives extension and classifier. */
  static Artifact of(Coordinates coordinates, RepositorySystemSession session) {
    ArtifactType type = session.getArtifactTypeRegistry().get(coordinates.type());
    String classifier = coordinates.classifier();
    if (classifier.isEmpty() && type != null) {
      classifier = type.getClassifier();
    }
    String extension = type == null ? coordinates.type() : type.getExtension();
    return new DefaultArtifact(
        coordinates.groupId(),
        coordinates.artifactId(),
        classifier,
        extension,
        coordinates.version(),
        type);
  }

  /** Returns an artifact's coordinates, a snapshot's without its time stamp. */
  static Coordinates coordinates(Artifact artifact) {
    return new Coordinates(
        artifact.getGroupId(),
        artifact.getArtifactId(),
        artifact.getExtension(),
        artifact.getClassifier(),
        artifact.getBaseVersion());
  }

  /** Returns what two versions of one artifact have in common. */
  static String key(Artifact artifact) {
    return coordinates(artifact).ofVersion("") + ":" + artifact.getExtension();
  }
}
