package dev.weft.front.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Reads Linux's {@code /proc}; used by one thread. */
final class ProcMeter implements HostMeter {

  private static final Path PROC = Path.of("/proc");

  /** Linux shows times to programs in hundredths of a second, whatever it uses itself. */
  private static final long NANOS_PER_TICK = 10_000_000;

  private static final Map<String, String> MEMORY_NAMES =
      Map.of(
          "MemTotal", "total",
          "MemAvailable", "available",
          "MemFree", "free",
          "Active", "active",
          "Inactive", "inactive",
          "Buffers", "buffers",
          "Cached", "cached",
          "Shmem", "shared",
          "Slab", "slab");

  private long lastBusy;
  private long lastTotal;

  static boolean usable() {
    return Files.isReadable(PROC.resolve("meminfo")) && Files.isReadable(PROC.resolve("stat"));
  }

  @Override
  public OptionalLong cpuNanos(long pid) {
    String stat = read(PROC.resolve(pid + "/stat"));
    String[] afterName = stat.substring(stat.lastIndexOf(')') + 1).trim().split(" ", -1);
    if (afterName.length < 13) {
      return OptionalLong.empty();
    }
    long ticks = Long.parseLong(afterName[11]) + Long.parseLong(afterName[12]);
    return OptionalLong.of(ticks * NANOS_PER_TICK);
  }

  @Override
  public OptionalLong residentBytes(long pid) {
    return kilobytes(PROC.resolve(pid + "/status"), "VmRSS");
  }

  @Override
  public OptionalDouble hostCpuPercent() {
    String first = read(PROC.resolve("stat")).lines().findFirst().orElse("");
    long[] ticks =
        Arrays.stream(first.split(" +", -1)).skip(1).limit(8).mapToLong(Long::parseLong).toArray();
    if (ticks.length < 5) {
      return OptionalDouble.empty();
    }
    long total = Arrays.stream(ticks).sum();
    long busy = total - ticks[3] - ticks[4];
    boolean comparable = lastTotal > 0 && total > lastTotal;
    double percent = 100.0 * (busy - lastBusy) / (total - lastTotal);
    lastTotal = total;
    lastBusy = busy;
    return comparable ? OptionalDouble.of(Math.clamp(percent, 0, 100)) : OptionalDouble.empty();
  }

  @Override
  public Map<String, Long> hostMemory() {
    Map<String, Long> memory = new LinkedHashMap<>();
    List<String> lines = read(PROC.resolve("meminfo")).lines().toList();
    for (String line : lines) {
      String name = MEMORY_NAMES.get(line.substring(0, Math.max(0, line.indexOf(':'))));
      if (name != null) {
        memory.put(name, bytes(line));
      }
    }
    return memory;
  }

  @Override
  public Optional<String> hostName() {
    return Optional.of(read(PROC.resolve("sys/kernel/hostname")).trim())
        .filter(name -> !name.isEmpty());
  }

  private static OptionalLong kilobytes(Path file, String key) {
    try (Stream<String> lines = read(file).lines()) {
      return lines.filter(l -> l.startsWith(key + ":")).mapToLong(ProcMeter::bytes).findFirst();
    }
  }

  /** Of a line such as {@code VmRSS: 1024 kB}. */
  private static long bytes(String line) {
    return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
  }

  /** Empty where the process is gone. */
  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }
}
