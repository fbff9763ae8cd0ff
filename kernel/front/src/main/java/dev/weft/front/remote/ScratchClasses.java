package dev.weft.front.remote;

import dev.weft.link.ClassBytes;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;

/**
 * The classes of code that JShell compiles again and again under one name, for the worker under
 * another name each time.
 */
final class ScratchClasses {

  private final Map<String, byte[]> compiled = new LinkedHashMap<>();
  private final String ending;
  private List<ClassBytes> latest = List.of();
  private String latestName = "";
  private int count;

  /**
   * No classes yet.
   *
   * @param ending of the names that they are given, before a number
   */
  ScratchClasses(String ending) {
    this.ending = ending;
  }

  /** Takes note of classes that are new or differ from those of before. */
  void compiled(ClassBytecodes[] classes) {
    for (ClassBytecodes each : classes) {
      compiled.put(each.name(), each.bytecodes());
    }
  }

  /**
   * Returns the classes under names that no others have had.
   *
   * @param className JShell's name for the class of the code
   * @param names what else to rename, as pairs of the old name and the new
   */
  List<ClassBytes> rename(String className, Map<String, String> names) {
    latestName = className + ending + count++;
    ConstantRenamer renamer =
        new ConstantRenamer(className.replace('.', '/'), latestName.replace('.', '/'), names);
    latest =
        used(className).stream()
            .map(
                name ->
                    new ClassBytes(
                        latestName + name.substring(className.length()),
                        renamer.rename(compiled.getOrDefault(name, new byte[0]))))
            .toList();
    return latest;
  }

  /** Returns the names of the class and those within it; others are of earlier code. */
  private Set<String> used(String className) {
    Set<String> used = new LinkedHashSet<>(Set.of(className));
    if (compiled.size() > 1) {
      ClassFile.of()
          .parse(compiled.getOrDefault(className, new byte[0]))
          .findAttribute(Attributes.nestMembers())
          .ifPresent(
              nest ->
                  nest.nestMembers().stream()
                      .map(member -> member.asInternalName().replace('/', '.'))
                      .forEach(used::add));
    }
    return used;
  }

  /** Returns the classes renamed last. */
  List<ClassBytes> latest() {
    return latest;
  }

  /** Returns the name that the class of the code was given last. */
  String latestName() {
    return latestName;
  }
}
