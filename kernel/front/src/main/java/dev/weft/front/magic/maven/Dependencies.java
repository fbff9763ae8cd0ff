package dev.weft.front.magic.maven;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.aether.DefaultRepositoryCache;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.DefaultSessionData;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.jspecify.annotations.Nullable;

/**
 * The dependencies of a notebook: finds them, and remembers which are loaded.
 *
 * <p>Maven starts when it is first needed. For use by one thread at a time.
 *
 * <pre>{@code
 * Dependencies dependencies = new Dependencies(MavenOptions.of(System.getenv()));
 * Coordinates guava = CoordinatesParser.parse("com.google.guava:guava:33.4.8-jre");
 * Resolution found = dependencies.resolve(ResolveRequest.of(List.of(guava)), transfers);
 * dependencies.loaded(found);
 * }</pre>
 */
final class Dependencies implements AutoCloseable {

  private final MavenOptions options;
  private final LoadedArtifacts loaded = new LoadedArtifacts();

  /** Requests of which everything is loaded: asked for again, there is nothing to do. */
  private final Set<ResolveRequest> satisfied = new HashSet<>();

  private @Nullable Maven maven;

  Dependencies(MavenOptions options) {
    this.options = options;
  }

  /** Returns whether everything that the request wants is loaded, as far as is known. */
  boolean isSatisfied(ResolveRequest request) {
    return !request.update() && satisfied.contains(request);
  }

  /**
   * Finds what was asked for, with all that it needs, without what is loaded already.
   *
   * @param transfers told about downloads
   * @throws DependencyException if something could not be found
   */
  Resolution resolve(ResolveRequest request, Transfers transfers) throws DependencyException {
    RepositorySystem system = maven().system();
    RepositorySystemSession session = session(request, transfers);
    return run(new Resolving(system, session, repositories(request), loaded, request), null);
  }

  /**
   * Finds what a POM asks for, as {@link #resolve(ResolveRequest, Transfers)} does.
   *
   * @param file the POM
   */
  Resolution resolve(Path file, ResolveRequest request, Transfers transfers)
      throws DependencyException {
    RepositorySystem system = maven().system();
    RepositorySystemSession session = session(request, transfers);
    List<RemoteRepository> repositories = repositories(request);
    Pom pom = Pom.read(file, system, session, repositories);
    List<RemoteRepository> all = maven().reached(pom.repositories(), repositories);
    return run(new Resolving(system, session, all, loaded, request), pom);
  }

  private static Resolution run(Resolving resolving, @Nullable Pom pom) throws DependencyException {
    try {
      return resolving.resolve(pom == null ? resolving.named() : resolving.of(pom));
    } catch (RepositoryException e) {
      throw Failures.explain(e);
    }
  }

  /** Takes note that everything found is now on the class path. */
  void loaded(ResolveRequest request, Resolution resolution) {
    resolution.artifacts().forEach(loaded::add);
    if (!request.roots().isEmpty() && resolution.notes().isEmpty()) {
      satisfied.add(request);
    }
  }

  /** Adds a repository, which is asked after those that are there. */
  void addRepository(String id, String url, String snapshotPolicy) throws DependencyException {
    RepositoryPolicy releases =
        new RepositoryPolicy(
            true, RepositoryPolicy.UPDATE_POLICY_DAILY, RepositoryPolicy.CHECKSUM_POLICY_WARN);
    boolean enabled = !snapshotPolicy.equals("off");
    RepositoryPolicy snapshots =
        new RepositoryPolicy(
            enabled,
            enabled ? snapshotPolicy : RepositoryPolicy.UPDATE_POLICY_NEVER,
            RepositoryPolicy.CHECKSUM_POLICY_WARN);
    maven()
        .add(
            new RemoteRepository.Builder(id, "default", url)
                .setReleasePolicy(releases)
                .setSnapshotPolicy(snapshots)
                .build());
    satisfied.clear();
  }

  /** Returns the repositories, by which they are reached: mirrors stand for what they mirror. */
  List<RemoteRepository> repositories() throws DependencyException {
    return maven().reached(maven().declared().values(), List.of());
  }

  private List<RemoteRepository> repositories(ResolveRequest request) throws DependencyException {
    if (request.repository().isEmpty()) {
      return repositories();
    }
    String id = request.repository().get();
    RemoteRepository only = maven().declared().get(id);
    if (only == null) {
      throw new DependencyException(
          "There is no repository '"
              + id
              + "', only "
              + String.join(", ", maven().declared().keySet())
              + ". Add it with %mavenRepo "
              + id
              + " URL");
    }
    return maven().reached(List.of(only), List.of());
  }

  private RepositorySystemSession session(ResolveRequest request, Transfers transfers)
      throws DependencyException {
    DefaultRepositorySystemSession session = new DefaultRepositorySystemSession(maven().session());
    session.setTransferListener(transfers);
    if (request.offline()) {
      session.setOffline(true);
    }
    if (request.update()) {
      session.setUpdatePolicy(RepositoryPolicy.UPDATE_POLICY_ALWAYS);
      session.setCache(new DefaultRepositoryCache());
      // A session asks a repository once, and remembers in its data that it has.
      session.setData(new DefaultSessionData());
    }
    return session;
  }

  /** Returns the ids of the declared repositories. */
  Collection<String> repositoryIds() throws DependencyException {
    return maven().declared().keySet();
  }

  /** A thread whose task was interrupted may still be starting Maven. */
  private synchronized Maven maven() throws DependencyException {
    if (maven == null) {
      maven = Maven.start(options);
    }
    return maven;
  }

  @Override
  public void close() {
    if (maven != null) {
      maven.close();
    }
  }
}
