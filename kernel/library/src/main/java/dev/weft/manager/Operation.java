package dev.weft.manager;

import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * A method of an interface that objects are used by from other processes.
 *
 * @param name its name
 * @param number its place in the table of its interface
 * @param interruptible whether it declares to be, and so may wait for long
 * @param handle takes the object and an array of the arguments
 */
record Operation(String name, int number, boolean interruptible, MethodHandle handle) {

  @Nullable Object run(Object target, @Nullable Object[] arguments) throws Throwable {
    return (Object) handle.invokeExact(target, arguments);
  }
}
