package dev.weft.front.server;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers usage_request; a share of processor time is one since the request before. */
final class Usage {

  private final Supplier<HostMeter> meters;
  private @Nullable HostMeter knownMeter;
  private Map<Long, Long> cpuBefore = Map.of();
  private long timeBefore;

  /**
   * @param meters makes the meter, at the first request
   */
  Usage(Supplier<HostMeter> meters) {
    this.meters = meters;
  }

  /**
   * @param processIds the kernel's own process first
   */
  JsonObject answer(List<Long> processIds) {
    HostMeter meter = meter();
    JsonObject content = new JsonObject();
    meter.hostName().ifPresent(name -> content.addProperty("hostname", name));
    content.addProperty("pid", processIds.getFirst());
    content.addProperty("kernel_cpu", kernelCpu(meter, processIds));
    addMemory(content, meter, processIds);
    meter.hostCpuPercent().ifPresent(share -> content.addProperty("host_cpu_percent", share));
    content.addProperty("cpu_count", Runtime.getRuntime().availableProcessors());
    content.add("host_virtual_memory", hostMemory(meter.hostMemory()));
    return content;
  }

  private HostMeter meter() {
    if (knownMeter == null) {
      knownMeter = meters.get();
    }
    return knownMeter;
  }

  private static void addMemory(JsonObject content, HostMeter meter, List<Long> processIds) {
    long[] known =
        processIds.stream()
            .map(meter::residentBytes)
            .filter(OptionalLong::isPresent)
            .mapToLong(OptionalLong::getAsLong)
            .toArray();
    if (known.length > 0) {
      content.addProperty("kernel_memory", Arrays.stream(known).sum());
    }
  }

  /** In percent of one processor, so beyond 100 where several are busy. */
  private double kernelCpu(HostMeter meter, List<Long> processIds) {
    long now = System.nanoTime();
    Map<Long, Long> cpuNow = new HashMap<>();
    processIds.forEach(pid -> meter.cpuNanos(pid).ifPresent(nanos -> cpuNow.put(pid, nanos)));
    long used = 0;
    for (Map.Entry<Long, Long> process : cpuNow.entrySet()) {
      long nanos = process.getValue();
      used += nanos - cpuBefore.getOrDefault(process.getKey(), nanos);
    }
    double percent = cpuBefore.isEmpty() ? 0 : 100.0 * used / Math.max(1, now - timeBefore);
    cpuBefore = cpuNow;
    timeBefore = now;
    return percent;
  }

  private static JsonObject hostMemory(Map<String, Long> memory) {
    JsonObject content = new JsonObject();
    memory.forEach(content::addProperty);
    long total = memory.getOrDefault("total", 0L);
    long used = total - memory.getOrDefault("available", 0L);
    content.addProperty("used", used);
    content.addProperty("percent", total == 0 ? 0 : Math.round(1000.0 * used / total) / 10.0);
    return content;
  }
}
