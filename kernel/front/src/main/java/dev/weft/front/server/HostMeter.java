package dev.weft.front.server;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What the operating system knows of processes and of itself. */
interface HostMeter {

  /** Processor time that the process has used since its start, in nanoseconds. */
  OptionalLong cpuNanos(long pid);

  /** Memory that the process has in RAM, in bytes. */
  OptionalLong residentBytes(long pid);

  /** How busy all processors were since the last call, from 0 to 100; empty at the first. */
  OptionalDouble hostCpuPercent();

  /** Memory of the host in bytes: at least {@code total} and {@code available}. */
  Map<String, Long> hostMemory();

  Optional<String> hostName();

  static HostMeter ofThisHost() {
    return ProcMeter.usable() ? new ProcMeter() : new PortableMeter();
  }
}
