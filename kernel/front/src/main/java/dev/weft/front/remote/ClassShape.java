package dev.weft.front.remote;

import java.lang.classfile.AccessFlags;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.attribute.NestMembersAttribute;
import java.lang.classfile.attribute.PermittedSubclassesAttribute;
import java.lang.classfile.attribute.RecordAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What HotSpot does not let a redefinition change: everything but method bodies and constants.
 *
 * <p>Two class files of equal shape can stand for each other in a running JVM.
 */
record ClassShape(
    int flags,
    String superclass,
    List<String> interfaces,
    Set<String> members,
    Set<String> nestMembers,
    Set<String> permitted,
    List<String> components) {

  static ClassShape of(byte[] classFile) {
    ClassModel model = ClassFile.of().parse(classFile);
    return new ClassShape(
        model.flags().flagsMask(),
        model.superclass().map(ClassEntry::asInternalName).orElse(""),
        names(model.interfaces()),
        members(model),
        nestMembers(model),
        permitted(model),
        components(model));
  }

  private static Set<String> members(ClassModel model) {
    Set<String> members =
        model.fields().stream()
            .map(f -> member(f.fieldName().stringValue(), f.fieldType().stringValue(), f.flags()))
            .collect(Collectors.toSet());
    model.methods().stream()
        .map(m -> member(m.methodName().stringValue(), m.methodType().stringValue(), m.flags()))
        .forEach(members::add);
    return members;
  }

  private static String member(String name, String descriptor, AccessFlags flags) {
    return flags.flagsMask() + " " + name + " " + descriptor;
  }

  private static Set<String> nestMembers(ClassModel model) {
    return model
        .findAttribute(Attributes.nestMembers())
        .map(NestMembersAttribute::nestMembers)
        .map(members -> Set.copyOf(names(members)))
        .orElse(Set.of());
  }

  private static Set<String> permitted(ClassModel model) {
    return model
        .findAttribute(Attributes.permittedSubclasses())
        .map(PermittedSubclassesAttribute::permittedSubclasses)
        .map(classes -> Set.copyOf(names(classes)))
        .orElse(Set.of());
  }

  private static List<String> components(ClassModel model) {
    return model
        .findAttribute(Attributes.record())
        .map(RecordAttribute::components)
        .map(all -> all.stream().map(c -> c.name() + " " + c.descriptor()).toList())
        .orElse(List.of());
  }

  private static List<String> names(List<ClassEntry> classes) {
    return classes.stream().map(ClassEntry::asInternalName).toList();
  }
}
