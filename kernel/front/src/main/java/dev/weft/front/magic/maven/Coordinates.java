package dev.weft.front.magic.maven;

/**
 * What names an artifact.
 *
 * @param type as in a POM, {@code jar} unless said otherwise
 * @param classifier empty for the main artifact
 * @param version a version, a range, {@code LATEST}, {@code RELEASE}, or empty where a BOM gives it
 */
record Coordinates(
    String groupId, String artifactId, String type, String classifier, String version) {

  /** The main jar of a group's artifact. */
  static Coordinates jar(String groupId, String artifactId, String version) {
    return new Coordinates(groupId, artifactId, "jar", "", version);
  }

  /** Returns group and artifact, as people name a library. */
  String name() {
    return groupId + ":" + artifactId;
  }

  /** Returns the same with another type. */
  Coordinates ofType(String other) {
    return new Coordinates(groupId, artifactId, other, classifier, version);
  }

  /** Returns the same with another version. */
  Coordinates ofVersion(String other) {
    return new Coordinates(groupId, artifactId, type, classifier, other);
  }

  /** Returns them as one writes them. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(name());
    if (!type.equals("jar") || !classifier.isEmpty()) {
      text.append(':').append(type);
    }
    if (!classifier.isEmpty()) {
      text.append(':').append(classifier);
    }
    return version.isEmpty() ? text.toString() : text.append(':').append(version).toString();
  }
}
