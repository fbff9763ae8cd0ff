package dev.weft.install.aot;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.weft.front.options.JvmArgs;
import dev.weft.install.probe.KernelClient;
import dev.weft.install.probe.KernelEndedException;
import dev.weft.install.probe.KernelProcess;
import dev.weft.install.spec.KernelCommand;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Records the start-up caches of a kernel's home by running a notebook in a real kernel.
 *
 * <p>Both JVMs write their cache when they end by themselves: the front when it is shut down,
 * because of its own option; the worker in the notebook's last cell, which exits, because of an
 * option in {@code WEFT_JVM_ARGS}. A kernel without caches starts more slowly, and that is all: so
 * nothing here throws for a training that fails, the outcome says so.
 */
public final class AotTrainer {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String FRONT = "front.aot";
  private static final String WORKER = "worker.aot";

  /** Written beside the worker's, by a child process of the training notebook. */
  private static final String CHILD = "child.aot";

  private final KernelCommand command;
  private final Path folder;

  /** Makes a trainer for a kernel. */
  public AotTrainer(KernelCommand command) {
    this.command = command;
    this.folder = command.home().resolve("aot");
  }

  /** How the caches of a home stand. */
  public sealed interface Outcome {
    /** Both caches fit the JDK, the jars and the options. */
    record Fits(long bytes) implements Outcome {}

    /** There is none that fits, for a reason in words for the user. */
    record Missing(String reason) implements Outcome {}
  }

  /** Looks at the caches and changes nothing. */
  public Outcome check() {
    try {
      String recorded = Fingerprint.read(folder);
      if (recorded == null) {
        return new Outcome.Missing("not recorded");
      }
      if (!recorded.equals(Fingerprint.of(command))) {
        return new Outcome.Missing("the JDK, the jars or the options changed since");
      }
      return new Outcome.Fits(size(FRONT) + size(WORKER) + size(CHILD));
    } catch (IOException unreadable) {
      return new Outcome.Missing("they can't be read: " + unreadable.getMessage());
    }
  }

  /** The size of a cache; none for one that a kernel does without. */
  private long size(String name) throws IOException {
    Path cache = folder.resolve(name);
    return name.equals(CHILD) && !Files.exists(cache) ? 0 : Files.size(cache);
  }

  /** Records the caches unless they fit; blocks for some seconds, at most some minutes. */
  public Outcome train() throws InterruptedException {
    if (check() instanceof Outcome.Fits fits) {
      return fits;
    }
    try {
      Files.createDirectories(folder);
      Path fresh = Files.createTempDirectory(folder, ".train-");
      try {
        String problem = record(fresh);
        return problem == null ? publish(fresh) : new Outcome.Missing(problem);
      } finally {
        clean(fresh);
      }
    } catch (IOException failed) {
      return new Outcome.Missing(Objects.toString(failed.getMessage()));
    }
  }

  private @Nullable String record(Path fresh) throws IOException, InterruptedException {
    List<String> start = command.training(fresh.resolve(FRONT));
    String worker = JvmArgs.join(KernelCommand.recording(fresh.resolve(WORKER)));
    Path state = fresh.resolve("state");
    Map<String, String> environment =
        Map.of("WEFT_JVM_ARGS", worker, "XDG_STATE_HOME", state.toString());
    try (KernelProcess kernel = KernelProcess.start(start, environment)) {
      try (KernelClient client = kernel.connect()) {
        for (Request request : requests()) {
          client.ask(request.type(), request.content(), PATIENCE);
        }
        client.shutdown(PATIENCE);
        kernel.awaitExit(PATIENCE);
      } catch (KernelEndedException | TimeoutException failed) {
        return failed.getMessage() + "; " + kernel.lastWords();
      }
      return Files.exists(fresh.resolve(FRONT))
          ? null
          : "no cache was written; " + kernel.lastWords();
    }
  }

  private Outcome publish(Path fresh) throws IOException {
    Files.deleteIfExists(folder.resolve("fingerprint"));
    long bytes = 0;
    for (String name : List.of(FRONT, WORKER, CHILD)) {
      Path cache = fresh.resolve(name);
      if (Files.exists(cache)) {
        bytes += Files.size(cache);
        Files.move(cache, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    if (!Files.exists(folder.resolve(WORKER))) {
      return new Outcome.Missing("the worker wrote no cache");
    }
    Fingerprint.write(folder, Fingerprint.of(command));
    return new Outcome.Fits(bytes);
  }

  private static void clean(Path fresh) throws IOException {
    try (Stream<Path> files = Files.walk(fresh)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private record Request(String type, JsonObject content) {}

  /** What a first minute with a notebook asks of a kernel. */
  private static List<Request> requests() throws IOException {
    List<Request> requests = new ArrayList<>();
    requests.add(new Request("kernel_info_request", new JsonObject()));
    JsonObject complete = new JsonObject();
    complete.addProperty("code", "List.of(1).str");
    complete.addProperty("cursor_pos", 14);
    requests.add(new Request("complete_request", complete));
    JsonObject inspect = new JsonObject();
    inspect.addProperty("code", "Math.max(1, 2)");
    inspect.addProperty("cursor_pos", 7);
    inspect.addProperty("detail_level", 0);
    requests.add(new Request("inspect_request", inspect));
    for (String cell : cells()) {
      requests.add(new Request("execute_request", execute(cell)));
    }
    return requests;
  }

  private static JsonObject execute(String cell) {
    JsonObject content = new JsonObject();
    content.addProperty("code", cell);
    content.addProperty("silent", false);
    content.addProperty("store_history", true);
    content.add("user_expressions", new JsonObject());
    content.addProperty("allow_stdin", false);
    content.addProperty("stop_on_error", false);
    return content;
  }

  private static List<String> cells() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(AotTrainer.class.getResourceAsStream("training.ipynb"))) {
      JsonArray cells =
          JsonParser.parseString(new String(in.readAllBytes(), StandardCharsets.UTF_8))
              .getAsJsonObject()
              .getAsJsonArray("cells");
      List<String> sources = new ArrayList<>();
      for (JsonElement cell : cells) {
        StringBuilder source = new StringBuilder();
        cell.getAsJsonObject()
            .getAsJsonArray("source")
            .forEach(line -> source.append(line.getAsString()));
        sources.add(source.toString());
      }
      return sources;
    }
  }
}
