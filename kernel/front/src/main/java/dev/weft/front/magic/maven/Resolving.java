package dev.weft.front.magic.maven;

import dev.weft.front.magic.maven.Resolution.Found;
import dev.weft.front.magic.maven.Resolution.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.graph.Exclusion;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.util.graph.manager.DependencyManagerUtils;

/** One resolution: from names to files. */
final class Resolving {

  private final RepositorySystem system;
  private final RepositorySystemSession session;
  private final List<RemoteRepository> repositories;
  private final LoadedArtifacts loaded;
  private final ResolveRequest request;
  private final List<String> notes = new ArrayList<>();

  Resolving(
      RepositorySystem system,
      RepositorySystemSession session,
      List<RemoteRepository> repositories,
      LoadedArtifacts loaded,
      ResolveRequest request) {
    this.system = system;
    this.session = session;
    this.repositories = repositories;
    this.loaded = loaded;
    this.request = request;
  }

  /** What is to be collected: dependencies, and versions that hold for theirs. */
  record Wanted(List<Dependency> dependencies, List<Dependency> managed) {}

  /** Returns the dependencies that the request names. */
  Wanted named() throws DependencyException, RepositoryException {
    List<Dependency> managed = new ArrayList<>();
    for (Coordinates bom : request.boms()) {
      managed.addAll(managedBy(bom));
    }
    Versions versions = new Versions(system, session, repositories);
    List<Dependency> dependencies = new ArrayList<>();
    for (Coordinates root : request.roots()) {
      Artifact artifact = versions.fix(Artifacts.of(root, session), managed);
      dependencies.add(dependency(artifact, "compile"));
      for (Dependency each : ofUnusualScope(artifact)) {
        dependencies.add(each);
      }
    }
    return new Wanted(dependencies, managed);
  }

  /** Returns the dependencies that a POM names. */
  Wanted of(Pom pom) throws DependencyException, RepositoryException {
    Versions versions = new Versions(system, session, repositories);
    List<Dependency> dependencies = new ArrayList<>();
    for (Dependency each : pom.ofScopes(request.scopes())) {
      dependencies.add(each.setArtifact(versions.fix(each.getArtifact(), pom.managed())));
    }
    return new Wanted(dependencies, pom.managed());
  }

  private List<Dependency> managedBy(Coordinates bom)
      throws DependencyException, RepositoryException {
    Artifact pom =
        new Versions(system, session, repositories)
            .fix(Artifacts.of(bom.ofType("pom"), session), List.of());
    // Unlike a missing descriptor, a missing file is an error that names the repositories.
    system.resolveArtifact(session, new ArtifactRequest(pom, repositories, null));
    return system
        .readArtifactDescriptor(session, new ArtifactDescriptorRequest(pom, repositories, null))
        .getManagedDependencies();
  }

  /** Returns an artifact's own dependencies for tests and the like, where these are wanted. */
  private List<Dependency> ofUnusualScope(Artifact artifact) throws RepositoryException {
    if (ResolveRequest.RUN.containsAll(request.scopes())) {
      return List.of();
    }
    return system
        .readArtifactDescriptor(
            session, new ArtifactDescriptorRequest(artifact, repositories, null))
        .getDependencies()
        .stream()
        .filter(each -> !ResolveRequest.RUN.contains(each.getScope()))
        .filter(each -> request.scopes().contains(each.getScope()))
        .map(each -> dependency(each.getArtifact(), each.getScope()))
        .toList();
  }

  private Dependency dependency(Artifact artifact, String scope) {
    List<Exclusion> exclusions = request.exclusions().stream().map(Resolving::exclusion).toList();
    return new Dependency(artifact, scope, false, exclusions);
  }

  private static Exclusion exclusion(String name) {
    int colon = name.indexOf(':');
    return colon < 0
        ? new Exclusion(name, "*", "*", "*")
        : new Exclusion(name.substring(0, colon), name.substring(colon + 1), "*", "*");
  }

  /** Collects dependencies with theirs, and fetches the files. */
  Resolution resolve(Wanted wanted) throws RepositoryException {
    CollectRequest collect = new CollectRequest();
    collect.setDependencies(wanted.dependencies());
    collect.setManagedDependencies(loaded.managed());
    wanted.managed().forEach(collect::addManagedDependency);
    collect.setRepositories(repositories);
    GraphReader graph = new GraphReader(request.scopes());
    List<Node> tree = graph.read(system.collectDependencies(session, collect).getRoot());
    List<DependencyNode> fresh = withoutLoaded(graph);
    List<Found> files = fetch(fresh);
    return new Resolution(files, graph.conflicts(), tree, attachments(graph.winners()), notes);
  }

  /** Leaves out what is loaded already, and says so where the version is another. */
  private List<DependencyNode> withoutLoaded(GraphReader graph) {
    List<DependencyNode> fresh = new ArrayList<>();
    for (DependencyNode node : graph.winners()) {
      Optional<Artifact> present = loaded.sameAs(node.getArtifact());
      if (present.isEmpty()) {
        fresh.add(node);
      } else {
        String asked =
            Objects.requireNonNullElse(
                DependencyManagerUtils.getPremanagedVersion(node),
                node.getArtifact().getBaseVersion());
        noteKept(present.get(), asked, graph.path(node));
      }
    }
    return fresh;
  }

  private void noteKept(Artifact present, String asked, List<Coordinates> path) {
    if (asked.equals(present.getBaseVersion()) || asked.equals(present.getVersion())) {
      return;
    }
    Coordinates kept = Artifacts.coordinates(present);
    String who = path.size() < 2 ? "" : " by " + path.get(path.size() - 2);
    notes.add(
        kept
            + " is loaded and stays; version "
            + asked
            + " was asked for"
            + who
            + ". To have it, restart the kernel and ask for it first.");
  }

  private List<Found> fetch(List<DependencyNode> nodes) throws ArtifactResolutionException {
    Map<ArtifactRequest, DependencyNode> requests = new LinkedHashMap<>();
    for (DependencyNode node : nodes) {
      if (!node.getArtifact().getExtension().equals("pom")) {
        requests.put(new ArtifactRequest(node), node);
      }
    }
    List<Found> found = new ArrayList<>();
    for (ArtifactResult result : system.resolveArtifacts(session, requests.keySet())) {
      DependencyNode node = requests.get(result.getRequest());
      String scope =
          node == null || node.getDependency() == null ? "" : node.getDependency().getScope();
      found.add(found(result, scope));
    }
    return found;
  }

  private static Found found(ArtifactResult result, String scope) {
    Artifact artifact = result.getArtifact();
    String repository =
        result.getRepository() == null || result.getRepository() instanceof LocalRepository
            ? "local"
            : result.getRepository().getId();
    return new Found(
        Artifacts.coordinates(artifact), scope, artifact.getPath().toAbsolutePath(), repository);
  }

  /** Fetches sources and Javadoc; that there are none is no error. */
  private List<Found> attachments(List<DependencyNode> nodes) {
    List<Found> found = new ArrayList<>();
    for (DependencyNode node : nodes) {
      for (String classifier : request.attachments()) {
        Artifact main = node.getArtifact();
        Artifact wanted =
            new DefaultArtifact(
                main.getGroupId(), main.getArtifactId(), classifier, "jar", main.getVersion());
        try {
          found.add(
              found(
                  system.resolveArtifact(session, new ArtifactRequest(wanted, repositories, null)),
                  classifier));
        } catch (ArtifactResolutionException e) {
          notes.add(Artifacts.coordinates(main) + " has no " + classifier + ".");
        }
      }
    }
    return found;
  }
}
