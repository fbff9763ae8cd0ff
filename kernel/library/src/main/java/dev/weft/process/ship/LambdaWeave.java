package dev.weft.process.ship;

import java.io.Serializable;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Interfaces;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.LambdaMetafactory;
import java.lang.reflect.AccessFlag;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes lambdas and method references serializable, whatever their type, and nested classes too.
 *
 * <p>Only the call sites' bootstrap changes, and the list of interfaces: code, stack maps and
 * members stay as they are. A class so rewritten may be redefined by a class so rewritten.
 */
public final class LambdaWeave {

  private static final ClassDesc FACTORY = ClassDesc.of(LambdaMetafactory.class.getName());
  private static final ClassDesc SERIALIZABLE = ClassDesc.of(Serializable.class.getName());
  private static final byte[] LAMBDA = ascii("java/lang/invoke/LambdaMetafactory");
  private static final byte[] NESTED = ascii("NestHost");

  /** Position of the flags among the arguments of {@code altMetafactory}. */
  private static final int FLAGS = 3;

  private static final DirectMethodHandleDesc ALTERNATIVE =
      MethodHandleDesc.ofMethod(
          DirectMethodHandleDesc.Kind.STATIC,
          FACTORY,
          "altMetafactory",
          MethodTypeDesc.of(
              ConstantDescs.CD_CallSite,
              ConstantDescs.CD_MethodHandles_Lookup,
              ConstantDescs.CD_String,
              ConstantDescs.CD_MethodType,
              ConstantDescs.CD_Object.arrayType()));

  private LambdaWeave() {}

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Returns whether the class file may hold something to rewrite; far cheaper than parsing it. */
  public static boolean concerns(byte[] classFile) {
    return contains(classFile, LAMBDA) || contains(classFile, NESTED);
  }

  /** Returns whether the class file may hold a lambda or a method reference. */
  public static boolean hasLambdas(byte[] classFile) {
    return contains(classFile, LAMBDA);
  }

  /** Returns whether the class file has one of these texts, as it has the classes it uses. */
  public static boolean names(byte[] classFile, List<String> texts) {
    for (String each : texts) {
      if (contains(classFile, ascii(each))) {
        return true;
      }
    }
    return false;
  }

  private static boolean contains(byte[] text, byte[] wanted) {
    for (int i = 0; i <= text.length - wanted.length; i++) {
      if (text[i] == wanted[0] && matches(text, i, wanted)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(byte[] text, int start, byte[] wanted) {
    for (int i = 1; i < wanted.length; i++) {
      if (text[start + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  /** Returns how to rewrite a notebook's class: its lambdas, and itself if it is nested. */
  public static ClassTransform all(ClassModel model) {
    boolean nested = model.findAttribute(Attributes.nestHost()).isPresent();
    return nested && !model.flags().has(AccessFlag.INTERFACE)
        ? lambdas().andThen(LambdaWeave::addSerializable)
        : lambdas();
  }

  /** Returns how to rewrite the lambdas of a class. */
  public static ClassTransform lambdas() {
    return (builder, element) -> {
      if (element instanceof MethodModel method && usesLambdas(method)) {
        CodeTransform transform = new Sites(method.code().orElseThrow());
        builder.transformMethod(method, MethodTransform.transformingCode(transform));
      } else {
        builder.with(element);
      }
    };
  }

  private static boolean usesLambdas(MethodModel method) {
    if (method.code().isEmpty()) {
      return false;
    }
    for (CodeElement element : method.code().get()) {
      if (element instanceof InvokeDynamicInstruction site && isLambda(site)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLambda(InvokeDynamicInstruction site) {
    return site.bootstrapMethod().owner().equals(FACTORY);
  }

  private static void addSerializable(ClassBuilder builder, ClassElement element) {
    if (!(element instanceof Interfaces interfaces)) {
      builder.with(element);
      return;
    }
    List<ClassEntry> all = new ArrayList<>(interfaces.interfaces());
    ClassEntry serializable = builder.constantPool().classEntry(SERIALIZABLE);
    if (all.stream().noneMatch(each -> each.asSymbol().equals(SERIALIZABLE))) {
      all.add(serializable);
    }
    builder.with(Interfaces.of(all));
  }

  /** Replaces the call sites of one method. */
  private record Sites(CodeModel original) implements CodeTransform {

    @Override
    public void accept(CodeBuilder builder, CodeElement element) {
      if (element instanceof InvokeDynamicInstruction site && isLambda(site)) {
        builder.invokedynamic(
            DynamicCallSiteDesc.of(
                ALTERNATIVE, site.name().stringValue(), site.typeSymbol(), arguments(site)));
      } else {
        builder.with(element);
      }
    }

    private static ConstantDesc[] arguments(InvokeDynamicInstruction site) {
      List<ConstantDesc> arguments = new ArrayList<>(site.bootstrapArgs());
      if (arguments.size() > FLAGS) {
        int flags = (Integer) arguments.get(FLAGS);
        arguments.set(FLAGS, flags | LambdaMetafactory.FLAG_SERIALIZABLE);
      } else {
        arguments.add(LambdaMetafactory.FLAG_SERIALIZABLE);
      }
      return arguments.toArray(ConstantDesc[]::new);
    }

    /** The stack maps stay right, for weavers that drop them. */
    @Override
    public void atEnd(CodeBuilder builder) {
      original.findAttribute(Attributes.stackMapTable()).ifPresent(builder::with);
    }
  }
}
