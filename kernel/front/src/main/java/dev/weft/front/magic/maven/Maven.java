package dev.weft.front.magic.maven;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.settings.Settings;
import org.eclipse.aether.DefaultRepositoryCache;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.supplier.SessionBuilderSupplier;
import org.eclipse.aether.util.graph.manager.DependencyManagerUtils;
import org.eclipse.aether.util.graph.transformer.ConflictResolver;
import org.eclipse.aether.util.repository.SimpleResolutionErrorPolicy;

/**
 * A Maven set up for one notebook: its settings, its session, the repositories that it asks.
 *
 * <p>For use by one thread at a time.
 */
final class Maven implements AutoCloseable {

  private static final RemoteRepository CENTRAL =
      new RemoteRepository.Builder("central", "default", "https://repo.maven.apache.org/maven2")
          .setSnapshotPolicy(
              new RepositoryPolicy(
                  false,
                  RepositoryPolicy.UPDATE_POLICY_NEVER,
                  RepositoryPolicy.CHECKSUM_POLICY_WARN))
          .build();

  private final RepositorySystem system;
  private final RepositorySystemSession.CloseableSession session;
  private final Path localRepository;
  private final Map<String, RemoteRepository> repositories = new LinkedHashMap<>();

  private Maven(
      RepositorySystem system,
      RepositorySystemSession.CloseableSession session,
      Path localRepository) {
    this.system = system;
    this.session = session;
    this.localRepository = localRepository;
  }

  /**
   * Reads the settings and starts.
   *
   * @throws DependencyException if the settings are not right
   */
  static Maven start(MavenOptions options) throws DependencyException {
    Settings settings = new SettingsReader(options).read();
    RepositorySystem system = new Resolver().get();
    Path local = localRepository(options, settings);
    SettingsAccess access = new SettingsAccess(settings);
    RepositorySystemSession.CloseableSession session =
        new SessionBuilderSupplier(system)
            .get()
            .withLocalRepositoryBaseDirectories(local)
            .setCache(new DefaultRepositoryCache())
            .setOffline(options.offline() || settings.isOffline())
            .setMirrorSelector(access.mirrors())
            .setProxySelector(access.proxies())
            .setAuthenticationSelector(access.servers())
            .setResolutionErrorPolicy(new SimpleResolutionErrorPolicy(false, false))
            .setConfigProperty(ConflictResolver.CONFIG_PROP_VERBOSE, true)
            .setConfigProperty(DependencyManagerUtils.CONFIG_PROP_VERBOSE, true)
            .build();
    Maven maven = new Maven(system, session, local);
    SettingsRepositories.of(settings).forEach(maven::add);
    maven.repositories.putIfAbsent(CENTRAL.getId(), CENTRAL);
    return maven;
  }

  private static Path localRepository(MavenOptions options, Settings settings) {
    String configured = settings.getLocalRepository();
    return options
        .localRepository()
        .orElseGet(
            () ->
                configured == null || configured.isBlank()
                    ? options.userHome().resolve(".m2").resolve("repository")
                    : Path.of(configured))
        .toAbsolutePath();
  }

  RepositorySystem system() {
    return system;
  }

  RepositorySystemSession session() {
    return session;
  }

  Path localRepository() {
    return localRepository;
  }

  /** Adds a repository, in place of an earlier one with its id. */
  void add(RemoteRepository repository) {
    repositories.put(repository.getId(), repository);
  }

  /** Returns the repositories by id, as they were declared. */
  Map<String, RemoteRepository> declared() {
    return repositories;
  }

  /**
   * Returns repositories as they are reached, with mirrors, proxies and passwords applied.
   *
   * @param wanted repositories as they were declared
   * @param more repositories as they are reached already, which come last
   */
  List<RemoteRepository> reached(Collection<RemoteRepository> wanted, List<RemoteRepository> more) {
    Map<String, RemoteRepository> all = new LinkedHashMap<>();
    for (RemoteRepository each : system.newResolutionRepositories(session, List.copyOf(wanted))) {
      all.put(each.getId(), each);
    }
    more.forEach(each -> all.putIfAbsent(each.getId(), each));
    return List.copyOf(all.values());
  }

  @Override
  public void close() {
    session.close();
    system.shutdown();
  }
}
