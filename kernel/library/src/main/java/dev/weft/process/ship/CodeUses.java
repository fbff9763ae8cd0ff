package dev.weft.process.ship;

import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.util.LinkedHashSet;
import java.util.Set;

/** What code names: classes, methods that it calls, static fields that it reads or sets. */
final class CodeUses {

  final Set<String> classes = new LinkedHashSet<>();
  final Set<Member> methods = new LinkedHashSet<>();
  final Set<Member> fields = new LinkedHashSet<>();
  final Set<Member> setFields = new LinkedHashSet<>();

  /** Adds what one method's code names; that a class sets its own fields at first is no matter. */
  void addCode(MethodModel method) {
    boolean first = method.methodName().equalsString(ConstantDescs.CLASS_INIT_NAME);
    method.code().ifPresent(code -> code.forEach(each -> add(each, first)));
  }

  /** Adds what a whole class names: its code and its supertypes. */
  void addAll(ClassModel model) {
    model.superclass().ifPresent(each -> add(each.asSymbol()));
    model.interfaces().forEach(each -> add(each.asSymbol()));
    model.methods().forEach(this::addCode);
  }

  private void add(CodeElement element, boolean first) {
    if (element instanceof FieldInstruction field) {
      addField(field, first);
    } else if (element instanceof InvokeInstruction call) {
      addMethod(call.owner(), call.name().stringValue(), call.type().stringValue());
    } else if (element instanceof InvokeDynamicInstruction site) {
      site.bootstrapArgs().forEach(this::addConstant);
    } else if (element instanceof NewObjectInstruction created) {
      add(created.className().asSymbol());
    } else if (element instanceof NewReferenceArrayInstruction array) {
      add(array.componentType().asSymbol());
    } else if (element instanceof TypeCheckInstruction check) {
      add(check.type().asSymbol());
    } else if (element instanceof ConstantInstruction.LoadConstantInstruction load) {
      addConstant(load.constantValue());
    }
  }

  private void addField(FieldInstruction field, boolean first) {
    ClassDesc owner = field.owner().asSymbol();
    add(owner);
    Member member =
        new Member(nameOf(owner), field.name().stringValue(), field.type().stringValue());
    if (field.opcode() == Opcode.GETSTATIC) {
      fields.add(member);
    } else if (field.opcode() == Opcode.PUTSTATIC && !first) {
      setFields.add(member);
    }
  }

  private void addMethod(ClassEntry owner, String name, String type) {
    ClassDesc symbol = owner.asSymbol();
    add(symbol);
    methods.add(new Member(nameOf(symbol), name, type));
  }

  private void addConstant(Object constant) {
    if (constant instanceof DirectMethodHandleDesc handle) {
      add(handle.owner());
      methods.add(
          new Member(nameOf(handle.owner()), handle.methodName(), handle.lookupDescriptor()));
    } else if (constant instanceof ClassDesc type) {
      add(type);
    }
  }

  private void add(ClassDesc type) {
    ClassDesc element = type;
    while (element.isArray()) {
      element = element.componentType();
    }
    if (!element.isPrimitive()) {
      classes.add(nameOf(element));
    }
  }

  /** Returns the binary name, as {@link Class#getName} does. */
  static String nameOf(ClassDesc type) {
    String descriptor = type.descriptorString();
    return descriptor.startsWith("L")
        ? descriptor.substring(1, descriptor.length() - 1).replace('/', '.')
        : descriptor;
  }
}
