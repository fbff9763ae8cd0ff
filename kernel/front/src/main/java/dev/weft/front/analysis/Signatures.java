package dev.weft.front.analysis;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Declarations in one line, as a reader wants them: types by their simple names. */
public final class Signatures {

  /** Packages, and the classes that stand for the notebook. */
  private static final Pattern QUALIFIER =
      Pattern.compile("(?<![\\w.])(?:\\p{Lower}[\\w]*\\.)+(?=\\p{javaJavaIdentifierStart})");

  /** What the compiler calls a parameter of which the class file has no name. */
  private static final Pattern MADE_UP = Pattern.compile("arg\\d+");

  private Signatures() {}

  /** Returns a type as it is written where everything is imported. */
  public static String type(TypeMirror type) {
    String text = type.toString().replaceAll("@[\\w.]+(?:\\([^)]*\\))?\\s*", "");
    return QUALIFIER
        .matcher(text)
        .replaceAll("")
        .replace(Draft.CLASS + ".", "")
        .replaceAll(",(?=\\S)", ", ");
  }

  /** Returns a method's result, name and parameters, its type as a member of some type. */
  public static String method(ExecutableElement method, ExecutableType type) {
    String parameters = parameters(method, type.getParameterTypes());
    if (method.getKind() == ElementKind.CONSTRUCTOR) {
      return ownerName(method) + parameters;
    }
    return type(type.getReturnType()) + " " + method.getSimpleName() + parameters;
  }

  private static String parameters(ExecutableElement method, List<? extends TypeMirror> types) {
    StringBuilder text = new StringBuilder("(");
    for (int i = 0; i < types.size(); i++) {
      TypeMirror type = types.get(i);
      boolean variable = method.isVarArgs() && i == types.size() - 1;
      String name =
          variable && type instanceof ArrayType array
              ? type(array.getComponentType()) + "..."
              : type(type);
      String parameter = method.getParameters().get(i).getSimpleName().toString();
      text.append(i == 0 ? "" : ", ").append(name);
      text.append(MADE_UP.matcher(parameter).matches() ? "" : " " + parameter);
    }
    return text.append(')').toString();
  }

  /** Returns a declaration of any kind, with its modifiers and what it extends or throws. */
  public static String full(Element element) {
    String modifiers = modifiers(element);
    return switch (element) {
      case ExecutableElement method -> modifiers + generic(method) + thrown(method);
      case TypeElement type -> modifiers + type(type);
      case VariableElement variable -> modifiers + variable(variable);
      default -> element.toString();
    };
  }

  private static String modifiers(Element element) {
    boolean ours = element.getEnclosingElement() instanceof TypeElement owner && isNotebook(owner);
    boolean face = element.getKind().isInterface();
    return element.getModifiers().stream()
        .filter(m -> !(ours && m == Modifier.STATIC))
        .filter(m -> !(face && m == Modifier.ABSTRACT) && m != Modifier.NATIVE)
        .filter(m -> !(element.getKind() == ElementKind.RECORD && m == Modifier.FINAL))
        .map(m -> m + " ")
        .collect(Collectors.joining());
  }

  /** Returns whether a type stands for the notebook, of which everything is a member. */
  public static boolean isNotebook(@Nullable Element type) {
    return type != null && type.getSimpleName().contentEquals(Draft.CLASS);
  }

  private static String ownerName(Element member) {
    Element owner = member.getEnclosingElement();
    return owner == null ? "" : owner.getSimpleName().toString();
  }

  private static String generic(ExecutableElement method) {
    String parameters = typeParameters(method.getTypeParameters());
    String owner =
        method.getEnclosingElement() instanceof TypeElement type && !isNotebook(type)
            ? type.getSimpleName() + "."
            : "";
    if (method.getKind() == ElementKind.CONSTRUCTOR) {
      return method(method, (ExecutableType) method.asType());
    }
    return (parameters.isEmpty() ? "" : parameters + " ")
        + type(method.getReturnType())
        + " "
        + owner
        + method.getSimpleName()
        + parameters(method, method.getParameters().stream().map(Element::asType).toList());
  }

  private static String thrown(ExecutableElement method) {
    List<? extends TypeMirror> types = method.getThrownTypes();
    return types.isEmpty()
        ? ""
        : types.stream().map(Signatures::type).collect(Collectors.joining(", ", " throws ", ""));
  }

  private static String typeParameters(List<? extends TypeParameterElement> parameters) {
    return parameters.isEmpty()
        ? ""
        : parameters.stream()
            .map(Signatures::parameter)
            .collect(Collectors.joining(", ", "<", ">"));
  }

  private static String parameter(TypeParameterElement parameter) {
    String bounds =
        parameter.getBounds().stream()
            .map(Signatures::type)
            .filter(b -> !b.equals("Object"))
            .collect(Collectors.joining(" & "));
    return parameter.getSimpleName() + (bounds.isEmpty() ? "" : " extends " + bounds);
  }

  private static String type(TypeElement type) {
    String name = kind(type) + " " + name(type) + typeParameters(type.getTypeParameters());
    if (type.getKind() == ElementKind.RECORD) {
      name +=
          type.getRecordComponents().stream()
              .map(Signatures::component)
              .collect(Collectors.joining(", ", "(", ")"));
    }
    return name + parents(type);
  }

  private static String component(RecordComponentElement component) {
    return type(component.asType()) + " " + component.getSimpleName();
  }

  private static String parents(TypeElement type) {
    TypeMirror parent = type.getSuperclass();
    boolean extended =
        type.getKind() == ElementKind.CLASS
            && parent.getKind() == TypeKind.DECLARED
            && !parent.toString().equals("java.lang.Object");
    String faces =
        type.getInterfaces().stream().map(Signatures::type).collect(Collectors.joining(", "));
    String word = type.getKind() == ElementKind.INTERFACE ? " extends " : " implements ";
    return (extended ? " extends " + type(parent) : "") + (faces.isEmpty() ? "" : word + faces);
  }

  /** Returns a type's name with its package, unless it is the notebook's. */
  public static String name(TypeElement type) {
    return type.getQualifiedName().toString().replace(Draft.CLASS + ".", "");
  }

  /** Returns the keyword that declares a type. */
  public static String kind(TypeElement type) {
    return switch (type.getKind()) {
      case INTERFACE -> "interface";
      case ENUM -> "enum";
      case RECORD -> "record";
      case ANNOTATION_TYPE -> "@interface";
      default -> "class";
    };
  }

  private static String variable(VariableElement variable) {
    Element owner = variable.getEnclosingElement();
    boolean field = owner instanceof TypeElement type && !isNotebook(type);
    Object constant = variable.getConstantValue();
    return type(variable.asType())
        + " "
        + (field ? ownerName(variable) + "." : "")
        + variable.getSimpleName()
        + (constant == null ? "" : " = " + constant(constant));
  }

  private static String constant(Object value) {
    return switch (value) {
      case String text -> '"' + text + '"';
      case Character c -> "'" + c + "'";
      default -> value.toString();
    };
  }
}
