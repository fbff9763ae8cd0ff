package dev.weft.front.jshell;

import dev.weft.link.ClassBytes;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.FieldModel;
import java.lang.classfile.Signature;
import java.lang.classfile.attribute.SignatureAttribute;
import java.lang.constant.ClassDesc;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The type of a variable, written so that it means the same whatever is imported. */
final class FieldType {

  /** A class of the notebook's is known by its simple name. */
  private static final Pattern WRAPPER = Pattern.compile("^REPL/\\$JShell\\$[0-9A-Z_]+\\$");

  private FieldType() {}

  /** Returns the type of a field of one of the classes. */
  static Optional<String> find(List<ClassBytes> classes, String className, String field) {
    return classes.stream()
        .filter(type -> type.name().equals(className))
        .flatMap(type -> ClassFile.of().parse(type.bytes()).fields().stream())
        .filter(candidate -> candidate.fieldName().equalsString(field))
        .map(FieldType::of)
        .findFirst();
  }

  private static String of(FieldModel field) {
    return text(
        field
            .findAttribute(Attributes.signature())
            .map(SignatureAttribute::asTypeSignature)
            .orElseGet(() -> Signature.of(field.fieldTypeSymbol())));
  }

  private static String text(Signature type) {
    return switch (type) {
      case Signature.BaseTypeSig base -> primitive(base);
      case Signature.ArrayTypeSig array -> text(array.componentSignature()) + "[]";
      case Signature.TypeVarSig variable -> variable.identifier();
      case Signature.ClassTypeSig of -> named(of);
    };
  }

  private static String primitive(Signature.BaseTypeSig base) {
    return ClassDesc.ofDescriptor(base.signatureString()).displayName();
  }

  private static String named(Signature.ClassTypeSig type) {
    String outer = type.outerType().map(o -> text(o) + ".").orElse("");
    String name = WRAPPER.matcher(type.className()).replaceFirst("");
    String arguments =
        type.typeArgs().stream().map(FieldType::argument).collect(Collectors.joining(", "));
    return outer
        + name.replace('/', '.').replace('$', '.')
        + (arguments.isEmpty() ? "" : "<" + arguments + ">");
  }

  private static String argument(Signature.TypeArg argument) {
    return switch (argument) {
      case Signature.TypeArg.Unbounded _ -> "?";
      case Signature.TypeArg.Bounded bounded ->
          switch (bounded.wildcardIndicator()) {
            case NONE -> text(bounded.boundType());
            case EXTENDS -> "? extends " + text(bounded.boundType());
            case SUPER -> "? super " + text(bounded.boundType());
          };
    };
  }
}
