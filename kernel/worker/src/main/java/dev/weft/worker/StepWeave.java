package dev.weft.worker;

import dev.weft.process.child.ClassNames;
import dev.weft.worker.ClassWeaver.Weave;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Set;

/**
 * Weaves a {@link StepCheck} around all that threads may do to each other: reads and writes of
 * fields and array elements, monitors and locks, calls of the JDK's shared objects.
 *
 * <p>Only classes that are loaded or redefined after {@link #want} get any. What is woven takes and
 * leaves nothing on the operand stack, so the class file's own stack maps stay right.
 */
final class StepWeave implements Weave {

  private static final DirectMethodHandleDesc BOOTSTRAP =
      ConstantDescs.ofCallsiteBootstrap(
          ClassDesc.of(StepCheck.class.getName()),
          "bootstrap",
          ConstantDescs.CD_CallSite,
          ConstantDescs.CD_String);

  private static final MethodTypeDesc OF_OBJECT =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Object);

  private static final MethodTypeDesc OF_TRIED =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Object, ConstantDescs.CD_boolean);

  private static final Set<String> LOCKS =
      Set.of("java/util/concurrent/locks/Lock", "java/util/concurrent/locks/ReentrantLock");

  private static final MethodTypeDesc PLAIN = ConstantDescs.MTD_void;
  private static final MethodTypeDesc TRY = MethodTypeDesc.of(ConstantDescs.CD_boolean);

  private volatile boolean wanted;

  /** Weaves from now on; returns whether it did not before. */
  boolean want() {
    boolean first = !wanted;
    wanted = true;
    return first;
  }

  @Override
  public boolean concerns(byte[] bytes) {
    return wanted;
  }

  @Override
  public ClassTransform transform(ClassModel model) {
    return (builder, element) -> {
      if (element instanceof MethodModel method && isWoven(method)) {
        CodeModel code = method.code().orElseThrow();
        builder.transformMethod(method, MethodTransform.transformingCode(new Stepping(code)));
      } else {
        builder.with(element);
      }
    };
  }

  /** Nobody else sees an object that is being made. */
  private static boolean isWoven(MethodModel method) {
    return method.code().isPresent() && !method.methodName().stringValue().startsWith("<");
  }

  private static void step(CodeBuilder builder, String name, MethodTypeDesc type, String label) {
    builder.invokedynamic(DynamicCallSiteDesc.of(BOOTSTRAP, name, type, label));
  }

  private record Stepping(CodeModel original) implements CodeTransform {

    @Override
    public void accept(CodeBuilder builder, CodeElement element) {
      switch (element) {
        case FieldInstruction field when isShared(field) -> field(builder, field);
        case ArrayLoadInstruction load -> read(builder, load, load.typeKind(), "array element");
        case ArrayStoreInstruction store -> {
          write(builder, store.typeKind(), "array element");
          builder.with(store);
        }
        case MonitorInstruction monitor -> monitor(builder, monitor);
        case InvokeInstruction call when LOCKS.contains(call.owner().asInternalName()) ->
            lock(builder, call);
        case InvokeInstruction call when isSharedObject(call) -> {
          step(
              builder,
              "reads",
              PLAIN,
              label(call.owner().asInternalName(), call.name().stringValue()));
          builder.with(call);
        }
        default -> builder.with(element);
      }
    }

    @Override
    public void atEnd(CodeBuilder builder) {
      original.findAttribute(Attributes.stackMapTable()).ifPresent(builder::with);
    }

    private static void field(CodeBuilder builder, FieldInstruction field) {
      TypeKind kind = TypeKind.fromDescriptor(field.type().stringValue());
      String label = label(field.owner().asInternalName(), field.name().stringValue());
      if (field.opcode() == Opcode.GETFIELD || field.opcode() == Opcode.GETSTATIC) {
        read(builder, field, kind, label);
      } else {
        write(builder, kind, label);
        builder.with(field);
      }
    }

    private static void read(CodeBuilder builder, CodeElement access, TypeKind kind, String label) {
      step(builder, "reads", PLAIN, label);
      builder.with(access);
      value(builder, "hasRead", kind, label);
    }

    private static void write(CodeBuilder builder, TypeKind kind, String label) {
      value(builder, "writes", kind, label);
    }

    /** Tells the value on top of the stack. */
    private static void value(CodeBuilder builder, String name, TypeKind kind, String label) {
      if (kind.slotSize() == 2) {
        builder.dup2();
      } else {
        builder.dup();
      }
      MethodTypeDesc type = MethodTypeDesc.of(ConstantDescs.CD_void, kind.upperBound());
      step(builder, name, type, label);
    }

    private static void monitor(CodeBuilder builder, MonitorInstruction monitor) {
      builder.dup();
      if (monitor.opcode() == Opcode.MONITORENTER) {
        step(builder, "enters", OF_OBJECT, "");
        builder.with(monitor);
      } else {
        builder.with(monitor);
        step(builder, "left", OF_OBJECT, "");
      }
    }

    private static void lock(CodeBuilder builder, InvokeInstruction call) {
      String name = call.name().stringValue();
      MethodTypeDesc type = call.typeSymbol();
      boolean takes = name.equals("lock") || name.equals("lockInterruptibly");
      if (takes && type.equals(PLAIN)) {
        builder.dup();
        step(builder, "enters", OF_OBJECT, "");
        builder.with(call);
      } else if (name.equals("unlock") && type.equals(PLAIN)) {
        builder.dup();
        builder.with(call);
        step(builder, "left", OF_OBJECT, "");
      } else if (name.equals("tryLock") && type.equals(TRY)) {
        step(builder, "reads", PLAIN, "Lock.tryLock");
        builder.dup();
        builder.with(call);
        builder.dup_x1();
        step(builder, "tried", OF_TRIED, "");
      } else {
        builder.with(call);
      }
    }

    /** Compilers make some fields themselves, and the JDK's own are constants. */
    private static boolean isShared(FieldInstruction field) {
      String name = field.name().stringValue();
      return !field.owner().asInternalName().startsWith("java/")
          && !name.startsWith("this$")
          && !name.startsWith("val$")
          && !name.startsWith("$");
    }

    private static boolean isSharedObject(InvokeInstruction call) {
      String owner = call.owner().asInternalName();
      return call.opcode() != Opcode.INVOKESTATIC
          && owner.startsWith("java/util/")
          && !owner.startsWith("java/util/function/")
          && !call.name().stringValue().startsWith("<");
    }

    /** Names a member as people do: without packages, outer classes and wrappers of cells. */
    private static String label(String owner, String member) {
      String type = owner.replace('/', '.');
      String simple = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
      return ClassNames.isWrapper(type) ? member : simple + "." + member;
    }
  }
}
