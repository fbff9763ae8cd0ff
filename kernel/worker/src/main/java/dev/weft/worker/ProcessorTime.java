package dev.weft.worker;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What this JVM has taken of the processors. */
final class ProcessorTime {

  private ProcessorTime() {}

  /** The time of all threads together, or a negative number where that is not known. */
  static long nanos() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : -1;
  }
}
