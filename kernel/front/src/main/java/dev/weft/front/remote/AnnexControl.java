package dev.weft.front.remote;

import java.util.function.BinaryOperator;
import jdk.jshell.spi.ExecutionControl;

/** What a second JShell, whose code all runs once, wants done. */
final class AnnexControl implements ExecutionControl {

  private final ScratchClasses classes;
  private final BinaryOperator<String> invocation;

  /**
   * Makes one.
   *
   * @param classes take note of what is compiled
   * @param invocation is given the names of classes and methods that are to run
   */
  AnnexControl(ScratchClasses classes, BinaryOperator<String> invocation) {
    this.classes = classes;
    this.invocation = invocation;
  }

  @Override
  public void load(ClassBytecodes[] compiled) {
    classes.compiled(compiled);
  }

  @Override
  public void redefine(ClassBytecodes[] compiled) {
    classes.compiled(compiled);
  }

  @Override
  public String invoke(String className, String methodName) {
    return invocation.apply(className, methodName);
  }

  @Override
  public String varValue(String className, String varName) {
    return "";
  }

  /** The first JShell has told the worker. */
  @Override
  public void addToClasspath(String path) {}

  @Override
  public void stop() {}

  @Override
  public Object extensionCommand(String command, Object arg) throws NotImplementedException {
    throw new NotImplementedException("no extension command " + command);
  }

  @Override
  public void close() {}
}
