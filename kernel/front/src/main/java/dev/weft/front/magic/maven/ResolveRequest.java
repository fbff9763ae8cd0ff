package dev.weft.front.magic.maven;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is wanted.
 *
 * @param roots the dependencies asked for by name
 * @param exclusions {@code group:artifact} that are not to come along, {@code *} for any
 * @param boms POMs whose managed versions hold
 * @param scopes scopes of dependencies to add, {@code compile} and {@code runtime} unless said
 * @param repository the only repository to ask, by id
 * @param offline whether the local repository must do
 * @param update whether remote repositories are asked again for what may have changed
 * @param attachments classifiers of further jars to fetch, which are not for the class path
 */
record ResolveRequest(
    List<Coordinates> roots,
    List<String> exclusions,
    List<Coordinates> boms,
    Set<String> scopes,
    Optional<String> repository,
    boolean offline,
    boolean update,
    List<String> attachments) {

  /** What a program needs to run, and so what a notebook needs. */
  static final Set<String> RUN = Set.of("compile", "runtime");

  ResolveRequest {
    roots = List.copyOf(roots);
    exclusions = List.copyOf(exclusions);
    boms = List.copyOf(boms);
    scopes = Set.copyOf(scopes);
    attachments = List.copyOf(attachments);
  }

  /** Asks for dependencies and nothing special. */
  static ResolveRequest of(List<Coordinates> roots) {
    return new ResolveRequest(
        roots, List.of(), List.of(), RUN, Optional.empty(), false, false, List.of());
  }
}
