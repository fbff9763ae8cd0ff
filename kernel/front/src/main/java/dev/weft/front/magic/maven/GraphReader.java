package dev.weft.front.magic.maven;

import dev.weft.front.magic.maven.Resolution.Conflict;
import dev.weft.front.magic.maven.Resolution.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.util.graph.transformer.ConflictResolver;

/** Reads a graph of dependencies in which conflicts are decided: what to load, and why. */
final class GraphReader {

  private final Set<String> scopes;

  /** Nodes to load, by what two versions of an artifact have in common, the nearest first. */
  private final Map<String, DependencyNode> winners = new LinkedHashMap<>();

  private final Map<String, List<Coordinates>> paths = new LinkedHashMap<>();
  private final List<Loss> losses = new ArrayList<>();
  private final Deque<Coordinates> path = new ArrayDeque<>();

  private record Loss(Artifact artifact, List<Coordinates> path) {}

  GraphReader(Set<String> scopes) {
    this.scopes = scopes;
  }

  /** Reads the graph below a root that stands for the notebook. */
  List<Node> read(DependencyNode root) {
    return children(root);
  }

  private List<Node> children(DependencyNode parent) {
    List<Node> nodes = new ArrayList<>();
    for (DependencyNode child : parent.getChildren()) {
      boolean direct = path.isEmpty();
      if (child.getArtifact() != null && (direct || scopes.contains(scope(child)))) {
        path.addLast(Artifacts.coordinates(child.getArtifact()));
        nodes.add(node(child));
        path.removeLast();
      }
    }
    return nodes;
  }

  private static String scope(DependencyNode node) {
    return node.getDependency() == null ? "" : node.getDependency().getScope();
  }

  private Node node(DependencyNode node) {
    Artifact artifact = node.getArtifact();
    Coordinates coordinates = Artifacts.coordinates(artifact);
    if (node.getData().get(ConflictResolver.NODE_DATA_WINNER) instanceof DependencyNode winner) {
      String taken = winner.getArtifact().getBaseVersion();
      boolean same = taken.equals(artifact.getBaseVersion());
      if (!same) {
        losses.add(new Loss(artifact, List.copyOf(path)));
      }
      String remark = same ? "as elsewhere in this tree" : "replaced by " + taken;
      return new Node(coordinates, scope(node), remark, List.of());
    }
    winners.putIfAbsent(Artifacts.key(artifact), node);
    paths.putIfAbsent(Artifacts.key(artifact), List.copyOf(path));
    return new Node(coordinates, scope(node), "", children(node));
  }

  /** Returns the nodes to load. */
  List<DependencyNode> winners() {
    return List.copyOf(winners.values());
  }

  /** Returns who asked for a node, the dependency asked for by name first, the node last. */
  List<Coordinates> path(DependencyNode node) {
    return paths.getOrDefault(Artifacts.key(node.getArtifact()), List.of());
  }

  List<Conflict> conflicts() {
    List<Conflict> conflicts = new ArrayList<>();
    for (Loss loss : losses) {
      DependencyNode winner = winners.get(Artifacts.key(loss.artifact()));
      if (winner != null) {
        conflicts.add(
            new Conflict(
                Artifacts.coordinates(winner.getArtifact()),
                path(winner),
                loss.artifact().getBaseVersion(),
                loss.path()));
      }
    }
    return conflicts.stream().distinct().toList();
  }
}
