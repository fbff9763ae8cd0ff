package dev.weft.comm;

import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Opens comms to the notebook's client, and answers those that the client opens.
 *
 * <p>A comm is a connection between code in a cell and code in the client, such as an extension of
 * JupyterLab. Either side opens it to a target, a name that the other side has registered. Outside
 * of a notebook nobody answers. Safe for use by several threads.
 *
 * <pre>{@code
 * Comms.register("echo", (comm, opening) -> comm.onMessage(said -> comm.send(said)));
 *
 * Comm plot = Comms.open("my-plot", Map.of("points", List.of(1, 4, 9)));
 * plot.onMessage(said -> System.out.println("clicked " + said.data().get("index")));
 * plot.send(Map.of("zoom", 2.5));
 * }</pre>
 *
 * <p>Callbacks run one after another on a thread of their own, also while a cell is busy. What they
 * print appears under the cell that has set them.
 */
public final class Comms {

  /** Filled once, by the kernel that runs this code: notebooks call static methods. */
  private static final AtomicReference<@Nullable CommHub> HUB = new AtomicReference<>();

  private Comms() {}

  /**
   * Connects comms to a notebook; for kernels, before any notebook code runs.
   *
   * @throws IllegalStateException if they are connected already
   */
  public static CommReceiver connect(CommChannel channel) {
    CommHub hub = new CommHub(channel);
    if (!HUB.compareAndSet(null, hub)) {
      throw new IllegalStateException("Comms are connected already");
    }
    return hub;
  }

  /**
   * Opens a comm to something that the client has registered.
   *
   * <p>Returns without waiting. A client that knows no such target closes the comm.
   *
   * @param data values that {@link CommData} names
   * @throws IllegalArgumentException if a value is not among these
   */
  public static Comm open(String target, Map<String, ? extends @Nullable Object> data) {
    return open(target, CommData.of(data));
  }

  /** Opens a comm with metadata and buffers; else as {@link #open(String, Map)}. */
  public static Comm open(String target, CommData data) {
    return hub().open(target, data);
  }

  /**
   * Says what to do when the client opens a comm to that target; replaces what was said before.
   *
   * @param opened called with the new comm and with what its opening says
   */
  public static void register(String target, BiConsumer<? super Comm, ? super CommData> opened) {
    hub().register(target, opened);
  }

  /** Forgets a target: comms that the client opens to it are closed at once. */
  public static void unregister(String target) {
    hub().unregister(target);
  }

  /**
   * Runs a task within some 50 ms, and before the cell or callback that calls this is said to have
   * ended; for code that has far more to tell than a client can show.
   *
   * <p>The task runs once, however often it is handed over before that, and must return soon.
   */
  public static void soon(Runnable task) {
    hub().soon(task);
  }

  /** Runs the body, and hands what it prints and shows to the output; directly at a console. */
  public static void capture(CapturedOutput output, Runnable body) {
    hub().channel().capture(output, body);
  }

  /** Returns what runs callbacks that the calling thread sets. */
  public static Executor forThisCell() {
    return hub().channel().forThisCell();
  }

  private static CommHub hub() {
    CommHub hub = HUB.get();
    return hub == null ? NoNotebook.HUB : hub;
  }
}
