package dev.weft.segment;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Map;

/** The system call of Linux by which threads sleep on a word of memory. */
final class Futex {

  private static final Map<String, Long> NUMBERS =
      Map.of("amd64", 202L, "x86_64", 202L, "aarch64", 98L, "riscv64", 98L);

  private static final int WAIT = 0;
  private static final int WAKE = 1;
  private static final int SECOND = 1_000_000_000;

  private final long number;
  private final MethodHandle waitCall;
  private final MethodHandle wakeCall;
  private final MemorySegment slice = time(Arena.global().allocate(2 * Long.BYTES), Wait.SLICE);

  private Futex(long number, MethodHandle waitCall, MethodHandle wakeCall) {
    this.number = number;
    this.waitCall = waitCall;
    this.wakeCall = wakeCall;
  }

  static boolean isKnownHere() {
    return NUMBERS.containsKey(System.getProperty("os.arch", ""));
  }

  /** Looks the call up; throws where it can't be had. */
  @SuppressWarnings("restricted") // the call reads one word, and writes nothing
  static Futex find() {
    Long number = NUMBERS.get(System.getProperty("os.arch", ""));
    if (number == null) {
      throw new IllegalStateException("No futex on " + System.getProperty("os.arch"));
    }
    Linker linker = Linker.nativeLinker();
    MemorySegment syscall = linker.defaultLookup().findOrThrow("syscall");
    FunctionDescriptor type =
        FunctionDescriptor.of(
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_INT,
            ValueLayout.JAVA_INT,
            ValueLayout.ADDRESS,
            ValueLayout.ADDRESS,
            ValueLayout.JAVA_INT);
    Linker.Option variadic = Linker.Option.firstVariadicArg(1);
    return new Futex(
        number,
        linker.downcallHandle(syscall, type, variadic),
        linker.downcallHandle(syscall, type, variadic, Linker.Option.critical(false)));
  }

  /** Sleeps while the word there has the value; the calling thread's carrier sleeps with it. */
  void await(long address, int expected, long nanos) {
    if (nanos >= Wait.SLICE) {
      call(waitCall, address, WAIT, expected, slice);
      return;
    }
    try (Arena arena = Arena.ofConfined()) {
      call(waitCall, address, WAIT, expected, time(arena.allocate(2 * Long.BYTES, 8), nanos));
    }
  }

  void wake(long address, int threads) {
    call(wakeCall, address, WAKE, threads, MemorySegment.NULL);
  }

  private static MemorySegment time(MemorySegment to, long nanos) {
    to.set(ValueLayout.JAVA_LONG, 0, nanos / SECOND);
    to.set(ValueLayout.JAVA_LONG, Long.BYTES, nanos % SECOND);
    return to;
  }

  /** Why it returned does not matter: callers look again. */
  private void call(MethodHandle call, long address, int what, int value, MemorySegment time) {
    try {
      long unused =
          (long) call.invokeExact(number, address, what, value, time, MemorySegment.NULL, 0);
    } catch (Throwable e) {
      throw new IllegalStateException("Cannot call futex", e);
    }
  }
}
