package dev.weft.front.jshell;

import dev.weft.front.remote.RemoteExecutionControl;
import dev.weft.link.ClassBytes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the classes of the notebook that code refers to, directly or by way of others. */
final class NeededClasses {

  private static final Pattern SNIPPET = Pattern.compile("REPL/(\\$JShell\\$[0-9A-Z_]+)");

  private record Found(
      List<ClassBytes> classes, List<ServedClass> served, Set<String> references) {}

  private final RemoteExecutionControl control;
  private final Map<String, Found> known = new HashMap<>();

  NeededClasses(RemoteExecutionControl control) {
    this.control = control;
  }

  /** Returns the classes of some snippets and all that they need, given the snippets' own. */
  List<ServedClass> of(Collection<String> classNames) {
    List<ServedClass> needed = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(classNames);
    while (!open.isEmpty()) {
      String name = open.pop();
      if (seen.add(name)) {
        Found found = find(name);
        needed.addAll(found.served());
        open.addAll(found.references());
      }
    }
    return needed;
  }

  private Found find(String name) {
    List<ClassBytes> current = control.current(name);
    return known.compute(
        name,
        (n, old) ->
            old != null && old.classes().equals(current)
                ? old
                : new Found(
                    current,
                    current.stream().map(ServedClass::ofPublic).toList(),
                    references(current)));
  }

  private static Set<String> references(List<ClassBytes> classes) {
    Set<String> references = new HashSet<>();
    for (ClassBytes each : classes) {
      for (PoolEntry entry : ClassFile.of().parse(each.bytes()).constantPool()) {
        if (entry instanceof Utf8Entry text) {
          Matcher name = SNIPPET.matcher(text.stringValue());
          while (name.find()) {
            references.add(ServedClass.PACKAGE + "." + name.group(1));
          }
        }
      }
    }
    return references;
  }
}
