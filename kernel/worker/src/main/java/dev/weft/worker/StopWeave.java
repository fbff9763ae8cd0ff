package dev.weft.worker;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DynamicCallSiteDesc;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Weaves a {@link StopCheck} into all code that may run for long: before each backward branch, and
 * at the entry of methods.
 *
 * <p>Constructors and class initialisers get no check at their entry: a class whose initialiser
 * fails stays unusable, and a constructor's first duty is to call another one. The check takes and
 * leaves nothing on the operand stack, so the class file's own stack maps stay right.
 */
final class StopWeave implements ClassWeaver.Weave {

  private static final DynamicCallSiteDesc CHECK =
      DynamicCallSiteDesc.of(
          ConstantDescs.ofCallsiteBootstrap(
              ClassDesc.of(StopCheck.class.getName()), "bootstrap", ConstantDescs.CD_CallSite),
          "check",
          ConstantDescs.MTD_void);

  @Override
  public ClassTransform transform(ClassModel model) {
    return (builder, element) -> {
      if (element instanceof MethodModel method && method.code().isPresent()) {
        builder.transformMethod(method, MethodTransform.transformingCode(checks(method)));
      } else {
        builder.with(element);
      }
    };
  }

  private static CodeTransform checks(MethodModel method) {
    boolean atEntry = !method.methodName().stringValue().startsWith("<");
    return new Checks(method.code().orElseThrow(), atEntry);
  }

  private static final class Checks implements CodeTransform {
    private final CodeModel original;
    private final boolean atEntry;
    private final Set<Label> passed = new HashSet<>();

    Checks(CodeModel original, boolean atEntry) {
      this.original = original;
      this.atEntry = atEntry;
    }

    @Override
    public void atStart(CodeBuilder builder) {
      if (atEntry) {
        builder.invokedynamic(CHECK);
      }
    }

    @Override
    public void accept(CodeBuilder builder, CodeElement element) {
      if (element instanceof LabelTarget target) {
        passed.add(target.label());
      } else if (isBackward(element)) {
        builder.invokedynamic(CHECK);
      }
      builder.with(element);
    }

    @Override
    public void atEnd(CodeBuilder builder) {
      original.findAttribute(Attributes.stackMapTable()).ifPresent(builder::with);
    }

    private boolean isBackward(CodeElement element) {
      if (element instanceof BranchInstruction branch) {
        return passed.contains(branch.target());
      }
      if (element instanceof TableSwitchInstruction table) {
        return isBackward(table.cases(), table.defaultTarget());
      }
      return element instanceof LookupSwitchInstruction lookup
          && isBackward(lookup.cases(), lookup.defaultTarget());
    }

    private boolean isBackward(List<SwitchCase> cases, Label otherwise) {
      if (passed.contains(otherwise)) {
        return true;
      }
      for (SwitchCase each : cases) {
        if (passed.contains(each.target())) {
          return true;
        }
      }
      return false;
    }
  }
}
