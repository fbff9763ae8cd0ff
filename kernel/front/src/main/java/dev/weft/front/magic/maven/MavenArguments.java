package dev.weft.front.magic.maven;

import dev.weft.front.magic.MagicException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The words behind {@code %maven}. */
final class MavenArguments {

  private static final Set<String> SCOPES = Set.of("compile", "runtime", "provided", "test");
  private static final Set<String> IGNORED_SCOPES = Set.of("system", "import");

  private final List<Coordinates> roots = new ArrayList<>();
  private final List<String> exclusions = new ArrayList<>();
  private final List<Coordinates> boms = new ArrayList<>();
  private final Set<String> scopes = new LinkedHashSet<>();
  private final List<String> attachments = new ArrayList<>();
  private Optional<String> repository = Optional.empty();
  private boolean offline;
  private boolean update;
  private boolean verbose;
  private boolean tree;
  private boolean table;

  private MavenArguments() {}

  /** Reads the words behind the magic's name. */
  static MavenArguments parse(List<String> words) throws MagicException {
    MavenArguments arguments = new MavenArguments();
    List<String> rest = new ArrayList<>(words);
    while (!rest.isEmpty()) {
      arguments.take(rest.removeFirst(), rest);
    }
    return arguments;
  }

  private void take(String word, List<String> rest) throws MagicException {
    int equals = word.startsWith("--") ? word.indexOf('=') : -1;
    String option = equals < 0 ? word : word.substring(0, equals);
    if (equals >= 0) {
      rest.addFirst(word.substring(equals + 1));
    }
    switch (option) {
      case "--from" -> repository = Optional.of(value(option, rest));
      case "--scope" -> addScopes(value(option, rest));
      case "--exclude" -> exclusions.addAll(list(value(option, rest)));
      case "--bom" -> boms.add(coordinates(value(option, rest)));
      default -> {
        if (equals >= 0) {
          throw unknown(word);
        }
        flag(word);
      }
    }
  }

  private void flag(String word) throws MagicException {
    switch (word) {
      case "-v", "--verbose" -> verbose = true;
      case "-U", "--update" -> update = true;
      case "-o", "--offline" -> offline = true;
      case "--tree" -> tree = true;
      case "--table" -> table = true;
      case "--sources" -> attachments.add("sources");
      case "--javadoc" -> attachments.add("javadoc");
      default -> {
        if (word.startsWith("-")) {
          throw unknown(word);
        }
        roots.add(coordinates(word));
      }
    }
  }

  private static MagicException unknown(String word) {
    return new MagicException(
        "%maven has no option " + word + "; %maven? lists those that it has.");
  }

  private static String value(String option, List<String> rest) throws MagicException {
    if (rest.isEmpty()) {
      throw new MagicException("The option " + option + " needs a value.");
    }
    return rest.removeFirst();
  }

  private static List<String> list(String value) {
    return Arrays.stream(value.split(",", -1)).filter(each -> !each.isEmpty()).toList();
  }

  /** Adds scopes by name, several with commas between. */
  private void addScopes(String names) throws MagicException {
    scopes.addAll(scopes(list(names)));
  }

  /** Reads names of scopes; those that bring nothing of their own are left out. */
  static Set<String> scopes(List<String> names) throws MagicException {
    Set<String> scopes = new LinkedHashSet<>();
    for (String name : names) {
      if (!SCOPES.contains(name) && !IGNORED_SCOPES.contains(name)) {
        throw new MagicException(
            "There is no scope '" + name + "': it is compile, runtime, provided or test.");
      }
      if (name.equals("runtime")) {
        scopes.add("compile");
      }
      scopes.add(name);
    }
    return scopes;
  }

  private static Coordinates coordinates(String word) throws MagicException {
    try {
      return CoordinatesParser.parse(word);
    } catch (DependencyException e) {
      throw new MagicException(e.text());
    }
  }

  /** Returns what is wanted. */
  ResolveRequest request() {
    return new ResolveRequest(
        roots,
        exclusions,
        boms,
        scopes.isEmpty() ? ResolveRequest.RUN : scopes,
        repository,
        offline,
        update,
        attachments);
  }

  boolean isVerbose() {
    return verbose;
  }

  boolean wantsTree() {
    return tree;
  }

  boolean wantsTable() {
    return table || verbose;
  }
}
