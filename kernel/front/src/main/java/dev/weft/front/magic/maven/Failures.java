package dev.weft.front.magic.maven;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.repository.ArtifactRepository;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.spi.connector.transport.http.HttpTransporterException;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.ChecksumFailureException;
import org.eclipse.aether.transfer.MetadataNotFoundException;
import org.eclipse.aether.transfer.RepositoryOfflineException;

/** Says why something could not be found: each repository that was asked, and what it answered. */
final class Failures {

  private static final String ADVICE =
      "Check the spelling, or add the repository that has it: %mavenRepo ID URL";

  /** What the JDK's client says when a server refuses the password it was given. */
  private static final String TOO_MANY = "too many authentication attempts";

  private Failures() {}

  /** Explains what the resolver threw. */
  static DependencyException explain(RepositoryException thrown) {
    Optional<ArtifactResolutionException> resolution =
        find(thrown, ArtifactResolutionException.class);
    return new DependencyException(
        resolution.isPresent() ? missing(resolution.get().getResults()) : reason(thrown), thrown);
  }

  static <T> Optional<T> find(Throwable thrown, Class<T> kind) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (kind.isInstance(each)) {
        return Optional.of(kind.cast(each));
      }
    }
    return Optional.empty();
  }

  private static String missing(List<ArtifactResult> results) {
    List<String> lines = new ArrayList<>();
    Map<ArtifactRepository, String> answers = new LinkedHashMap<>();
    for (ArtifactResult result : results) {
      if (!result.isResolved()) {
        lines.add(wanted(result) + " could not be found.");
        lines.addAll(answers(result.getMappedExceptions(), answers));
      }
    }
    if (answers.isEmpty()) {
      lines.add("  No repository was asked.");
    }
    lines.add(advice(answers));
    return String.join("\n", lines);
  }

  /** An artifact whose POM is missing is missing itself. */
  private static Coordinates wanted(ArtifactResult result) {
    Coordinates wanted = Artifacts.coordinates(result.getRequest().getArtifact());
    return wanted.type().equals("pom") ? wanted.ofType("jar") : wanted;
  }

  private static String advice(Map<ArtifactRepository, String> answers) {
    boolean offline = answers.values().stream().anyMatch(each -> each.startsWith("offline"));
    return offline
        ? "It has not been downloaded before: try again without --offline, WEFT_OFFLINE and"
            + " <offline> in settings.xml."
        : ADVICE;
  }

  /** Returns a line for each repository and what it said. */
  static List<String> answers(
      Map<ArtifactRepository, List<Exception>> exceptions, Map<ArtifactRepository, String> all) {
    List<String> lines = new ArrayList<>();
    exceptions.forEach(
        (repository, thrown) -> {
          if (repository instanceof RemoteRepository remote && !thrown.isEmpty()) {
            String answer = reason(remote, thrown.getFirst());
            all.put(repository, answer);
            lines.add("  " + remote.getId() + " (" + remote.getUrl() + "): " + answer);
          }
        });
    return lines;
  }

  private static String reason(RemoteRepository repository, Exception thrown) {
    if (find(thrown, RepositoryOfflineException.class).isPresent()) {
      return "offline, so it was not asked";
    }
    Optional<HttpTransporterException> http = find(thrown, HttpTransporterException.class);
    if (http.isPresent()) {
      return status(repository, http.get().getStatusCode());
    }
    if (find(thrown, UnresolvedAddressException.class).isPresent()
        || find(thrown, UnknownHostException.class).isPresent()) {
      return "there is no host " + repository.getHost() + ", or no network";
    }
    if (find(thrown, ConnectException.class).isPresent()) {
      return "no connection";
    }
    String innermost = reason(thrown);
    if (innermost.startsWith(TOO_MANY)) {
      return status(repository, 401);
    }
    Optional<ChecksumFailureException> damage = find(thrown, ChecksumFailureException.class);
    if (damage.isPresent()) {
      return "the file is damaged: " + damage.get().getMessage();
    }
    boolean absent =
        thrown instanceof ArtifactNotFoundException || thrown instanceof MetadataNotFoundException;
    return absent ? "it is not there" : innermost;
  }

  private static String status(RemoteRepository repository, int status) {
    return switch (status) {
      case 401, 403 ->
          "access refused ("
              + status
              + "); "
              + (repository.getAuthentication() == null
                  ? "it needs a <server> with the id '" + repository.getId() + "' in settings.xml"
                  : "check user and password of the <server> '" + repository.getId() + "'");
      case 404, 410 -> "it is not there";
      case 407 -> "the proxy wants a user and password, see <proxies> in settings.xml";
      default -> "the server answered with status " + status;
    };
  }

  /** Returns the innermost message, which is the one that says something. */
  private static String reason(Throwable thrown) {
    String text = String.valueOf(thrown.getMessage());
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      text = each.getMessage() == null ? each.getClass().getSimpleName() : each.getMessage();
    }
    return text;
  }
}
