package dev.weft.front.server;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Asks the JDK, which knows no other process's memory. */
final class PortableMeter implements HostMeter {

  @Override
  public OptionalLong cpuNanos(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().totalCpuDuration())
        .map(Duration::toNanos)
        .map(OptionalLong::of)
        .orElse(OptionalLong.empty());
  }

  @Override
  public OptionalLong residentBytes(long pid) {
    return OptionalLong.empty();
  }

  @Override
  public OptionalDouble hostCpuPercent() {
    double load = system().getCpuLoad();
    return load > 0 ? OptionalDouble.of(load * 100) : OptionalDouble.empty();
  }

  @Override
  public Map<String, Long> hostMemory() {
    long free = system().getFreeMemorySize();
    return Map.of("total", system().getTotalMemorySize(), "available", free, "free", free);
  }

  @Override
  public Optional<String> hostName() {
    try {
      return Optional.of(InetAddress.getLocalHost().getHostName());
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  private static OperatingSystemMXBean system() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  }
}
