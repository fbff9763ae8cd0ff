package dev.weft.thread;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import java.util.function.LongSupplier;

/** The call that asks the system for a thread's id; looked up when first used. */
final class NativeThreadId {

  static final NativeThreadId CURRENT = new NativeThreadId(find());

  private final LongSupplier call;

  private NativeThreadId(LongSupplier call) {
    this.call = call;
  }

  long get() {
    return call.getAsLong();
  }

  @SuppressWarnings("restricted") // only a library of the system itself is loaded
  private static LongSupplier find() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    try {
      if (system.startsWith("linux")) {
        return returned(Linker.nativeLinker().defaultLookup(), "gettid");
      }
      if (system.startsWith("windows")) {
        return returned(
            SymbolLookup.libraryLookup("kernel32", Arena.global()), "GetCurrentThreadId");
      }
      return system.startsWith("mac") ? written() : NativeThreadId::javaId;
    } catch (RuntimeException | LinkageError e) {
      return NativeThreadId::javaId;
    }
  }

  private static long javaId() {
    return Thread.currentThread().threadId();
  }

  /** A function that returns the id as a 32-bit number. */
  private static LongSupplier returned(SymbolLookup library, String name) {
    MethodHandle function = downcall(library, name, FunctionDescriptor.of(ValueLayout.JAVA_INT));
    return () -> {
      try {
        return Integer.toUnsignedLong((int) function.invokeExact());
      } catch (Throwable e) {
        throw new IllegalStateException("Cannot call " + name, e);
      }
    };
  }

  /** The function of macOS that writes the id as a 64-bit number; a null thread is the caller's. */
  private static LongSupplier written() {
    FunctionDescriptor type =
        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS);
    MethodHandle function =
        downcall(Linker.nativeLinker().defaultLookup(), "pthread_threadid_np", type);
    return () -> {
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment id = arena.allocate(ValueLayout.JAVA_LONG);
        int error = (int) function.invokeExact(MemorySegment.NULL, id);
        return error == 0 ? id.get(ValueLayout.JAVA_LONG, 0) : javaId();
      } catch (Throwable e) {
        throw new IllegalStateException("Cannot call pthread_threadid_np", e);
      }
    };
  }

  @SuppressWarnings("restricted") // the functions take and leave nothing but the id
  private static MethodHandle downcall(SymbolLookup library, String name, FunctionDescriptor type) {
    MemorySegment address =
        library.find(name).orElseThrow(() -> new IllegalStateException("No function " + name));
    return Linker.nativeLinker().downcallHandle(address, type);
  }
}
