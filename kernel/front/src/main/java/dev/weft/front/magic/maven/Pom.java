package dev.weft.front.magic.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.model.building.ModelBuildingException;
import org.apache.maven.model.building.ModelProblem;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.repository.WorkspaceRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;
import org.eclipse.aether.util.repository.SimpleArtifactDescriptorPolicy;
import org.jspecify.annotations.Nullable;

/**
 * A project's dependencies, as its POM gives them: parents, properties, profiles and BOMs applied.
 *
 * @param dependencies what it depends on, whatever the scope
 * @param managed versions that hold for their dependencies
 * @param repositories where to look besides
 */
record Pom(
    List<Dependency> dependencies, List<Dependency> managed, List<RemoteRepository> repositories) {

  /** How the name of a file begins that holds what stands below a magic. */
  static final String OF_CELL = "weft-";

  /** Stands for the file, which may have no coordinates of its own. */
  private static final Artifact PROJECT =
      new DefaultArtifact("notebook", "project", "", "pom", "0");

  /**
   * Reads a POM.
   *
   * @param file the file
   * @param repositories where parents and BOMs are looked for
   */
  static Pom read(
      Path file,
      RepositorySystem system,
      RepositorySystemSession session,
      List<RemoteRepository> repositories)
      throws DependencyException {
    DefaultRepositorySystemSession strict = new DefaultRepositorySystemSession(session);
    strict.setWorkspaceReader(new OneFile(file));
    strict.setArtifactDescriptorPolicy(new SimpleArtifactDescriptorPolicy(false, false));
    try {
      ArtifactDescriptorResult result =
          system.readArtifactDescriptor(
              strict, new ArtifactDescriptorRequest(PROJECT, repositories, null));
      return new Pom(
          result.getDependencies(), result.getManagedDependencies(), result.getRepositories());
    } catch (ArtifactDescriptorException e) {
      throw problem(file, e);
    }
  }

  private static DependencyException problem(Path file, ArtifactDescriptorException thrown) {
    Optional<ModelBuildingException> invalid = Failures.find(thrown, ModelBuildingException.class);
    if (invalid.isEmpty()) {
      return Failures.explain(thrown);
    }
    List<String> lines = new ArrayList<>();
    String name = file.getFileName().toString();
    String what = name.startsWith(OF_CELL) ? "The POM below the magic" : "The POM " + name;
    lines.add(what + " is not right:");
    for (ModelProblem problem : invalid.get().getProblems()) {
      if (problem.getSeverity() != ModelProblem.Severity.WARNING) {
        lines.add("  " + problem.getMessage().replaceAll("\\s+", " "));
      }
    }
    return new DependencyException(String.join("\n", lines), thrown);
  }

  /** Returns the dependencies of those scopes. */
  List<Dependency> ofScopes(Set<String> scopes) {
    return dependencies.stream()
        .filter(each -> scopes.contains(each.getScope().isEmpty() ? "compile" : each.getScope()))
        .toList();
  }

  /** A workspace with that one file in it. */
  private record OneFile(Path file) implements WorkspaceReader {
    @Override
    public WorkspaceRepository getRepository() {
      return new WorkspaceRepository("notebook", file);
    }

    @Override
    public @Nullable File findArtifact(Artifact artifact) {
      boolean wanted =
          artifact.getGroupId().equals(PROJECT.getGroupId())
              && artifact.getArtifactId().equals(PROJECT.getArtifactId());
      return wanted ? file.toFile() : null;
    }

    @Override
    public List<String> findVersions(Artifact artifact) {
      return List.of();
    }
  }
}
