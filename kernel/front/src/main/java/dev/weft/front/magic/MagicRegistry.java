package dev.weft.front.magic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The magics by name; any thread may read.
 *
 * <p>Besides the kernel's own there are those that notebook code offers, which come and go.
 */
public final class MagicRegistry {

  /** A name with more wrong letters than that part of it resembles nothing. */
  private static final int TOLERANCE = 3;

  private final Map<String, Magic> builtIn = new LinkedHashMap<>();
  private volatile Map<String, Magic> offered = Map.of();

  /**
   * A registry of those magics.
   *
   * @throws IllegalArgumentException if two have a name in common
   */
  public MagicRegistry(Collection<Magic> magics) {
    for (Magic magic : magics) {
      for (String name : names(magic)) {
        if (builtIn.putIfAbsent(name, magic) != null) {
          throw new IllegalArgumentException("Two magics have the name " + name);
        }
      }
    }
  }

  private static List<String> names(Magic magic) {
    List<String> names = new ArrayList<>();
    names.add(magic.name());
    names.addAll(magic.aliases());
    return names;
  }

  /** Takes the magics that notebook code offers now, in place of those before. */
  public void offer(List<Magic> magics) {
    Map<String, Magic> byName = new LinkedHashMap<>();
    magics.forEach(magic -> names(magic).forEach(name -> byName.put(name, magic)));
    offered = byName;
  }

  /** Returns the magic of that name; one of the notebook's own comes first. */
  public Optional<Magic> find(String name) {
    Magic own = offered.get(name);
    return Optional.ofNullable(own != null ? own : builtIn.get(name));
  }

  /** Returns all magics, each once, sorted by name. */
  public List<Magic> all() {
    Map<String, Magic> all = new LinkedHashMap<>(builtIn);
    all.putAll(offered);
    return all.values().stream().distinct().sorted(Comparator.comparing(Magic::name)).toList();
  }

  /** Returns the name that a wrong one was meant to be, if one comes near. */
  public Optional<String> nearest(String wrong) {
    String lower = wrong.toLowerCase(Locale.ROOT);
    return all().stream()
        .flatMap(magic -> names(magic).stream())
        .filter(name -> Distance.between(lower, lower(name)) <= limit(wrong))
        .min(Comparator.comparingInt(name -> Distance.between(lower, lower(name))));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static int limit(String wrong) {
    return Math.max(1, wrong.length() / TOLERANCE);
  }
}
