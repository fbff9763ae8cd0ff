package dev.weft.front.magic.maven;

import java.nio.file.Path;
import java.util.List;

/**
 * What was found.
 *
 * @param artifacts files for the class path, those asked for by name first
 * @param conflicts artifacts that were asked for in several versions
 * @param tree who asked for what
 * @param attachments sources and Javadoc, where they were wanted
 * @param notes what the user should know, each in a sentence
 */
record Resolution(
    List<Found> artifacts,
    List<Conflict> conflicts,
    List<Node> tree,
    List<Found> attachments,
    List<String> notes) {

  Resolution {
    artifacts = List.copyOf(artifacts);
    conflicts = List.copyOf(conflicts);
    tree = List.copyOf(tree);
    attachments = List.copyOf(attachments);
    notes = List.copyOf(notes);
  }

  /**
   * An artifact and its file.
   *
   * @param scope as in a POM
   * @param repository the id of the repository that it once came from, or {@code local}
   */
  record Found(Coordinates coordinates, String scope, Path file, String repository) {}

  /**
   * One artifact in several versions.
   *
   * @param winner the version taken
   * @param winnerPath who asked for it, the one asked for by name first
   * @param loser a version not taken
   * @param loserPath who asked for that
   */
  record Conflict(
      Coordinates winner, List<Coordinates> winnerPath, String loser, List<Coordinates> loserPath) {
    Conflict {
      winnerPath = List.copyOf(winnerPath);
      loserPath = List.copyOf(loserPath);
    }
  }

  /**
   * A dependency and its own dependencies.
   *
   * @param remark why it is not on the class path, or empty if it is
   */
  record Node(Coordinates coordinates, String scope, String remark, List<Node> children) {
    Node {
      children = List.copyOf(children);
    }
  }
}
