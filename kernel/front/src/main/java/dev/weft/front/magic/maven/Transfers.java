package dev.weft.front.magic.maven;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferCancelledException;
import org.eclipse.aether.transfer.TransferEvent;
import org.eclipse.aether.transfer.TransferResource;

/**
 * Follows downloads, tells about them in one line that is told anew, and ends them when told to.
 *
 * <p>Several threads download; all methods may be called by any thread.
 */
final class Transfers extends AbstractTransferListener {

  private static final long INTERVAL_NANOS = 200_000_000;
  private static final int KILO = 1024;

  private final Consumer<String> line;
  private final Map<String, Long> active = new LinkedHashMap<>();
  private final Set<String> sources = new LinkedHashSet<>();
  private final long start = System.nanoTime();
  private int files;
  private long bytes;
  private long told = start;
  private boolean shown;
  private volatile boolean cancelled;

  /**
   * Follows downloads.
   *
   * @param line takes the line, each time in place of the last
   */
  Transfers(Consumer<String> line) {
    this.line = line;
  }

  /** Ends what is being downloaded, and lets nothing begin. */
  void cancel() {
    cancelled = true;
  }

  @Override
  public void transferInitiated(TransferEvent event) throws TransferCancelledException {
    checkCancelled();
  }

  @Override
  public void transferStarted(TransferEvent event) throws TransferCancelledException {
    checkCancelled();
    note(event, 0);
  }

  @Override
  public void transferProgressed(TransferEvent event) throws TransferCancelledException {
    checkCancelled();
    note(event, event.getTransferredBytes());
  }

  private void checkCancelled() throws TransferCancelledException {
    if (cancelled) {
      throw new TransferCancelledException("interrupted");
    }
  }

  private synchronized void note(TransferEvent event, long transferred) {
    active.put(event.getResource().getResourceName(), transferred);
    long now = System.nanoTime();
    if (now - told >= INTERVAL_NANOS) {
      told = now;
      tell(current(event.getResource()));
    }
  }

  private String current(TransferResource resource) {
    long total = bytes + active.values().stream().mapToLong(Long::longValue).sum();
    String name = resource.getResourceName();
    String others = active.size() > 1 ? " and " + (active.size() - 1) + " more" : "";
    return "Downloading "
        + name.substring(name.lastIndexOf('/') + 1)
        + others
        + " from "
        + resource.getRepositoryId()
        + ": "
        + size(total);
  }

  @Override
  public synchronized void transferSucceeded(TransferEvent event) {
    active.remove(event.getResource().getResourceName());
    sources.add(event.getResource().getRepositoryId());
    files++;
    bytes += event.getTransferredBytes();
  }

  @Override
  public synchronized void transferFailed(TransferEvent event) {
    active.remove(event.getResource().getResourceName());
  }

  private void tell(String text) {
    shown = true;
    line.accept(text);
  }

  /** Says what was downloaded, if that took long enough to be told about before. */
  synchronized void done() {
    if (shown) {
      tell(
          "Downloaded "
              + files
              + (files == 1 ? " file, " : " files, ")
              + size(bytes)
              + (sources.isEmpty() ? "" : ", from " + String.join(", ", sources)));
    }
  }

  private static String size(long bytes) {
    return bytes < KILO * KILO
        ? Math.ceilDiv(bytes, KILO) + " KB"
        : String.format(Locale.ROOT, "%.1f MB", bytes / (double) (KILO * KILO));
  }
}
