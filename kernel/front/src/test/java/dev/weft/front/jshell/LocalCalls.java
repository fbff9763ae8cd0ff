package dev.weft.front.jshell;

import static java.util.Objects.requireNonNull;

import dev.weft.link.Command;
import dev.weft.link.Event;
import dev.weft.link.KernelAnswer;
import dev.weft.link.KernelRequest;
import dev.weft.link.OfferedMagic;
import dev.weft.magic.KernelCallException;
import dev.weft.magic.KernelChannel;
import dev.weft.magic.Magics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Calls of the kernel by code that runs in this JVM, of whichever worker. */
final class LocalCalls implements KernelChannel {

  static final LocalCalls INSTANCE = new LocalCalls();

  @SuppressWarnings("ThreadLocalUsage") // there is one instance
  private final InheritableThreadLocal<LocalWorker> worker = new InheritableThreadLocal<>();

  private final AtomicLong last = new AtomicLong();
  private final Map<Long, BlockingQueue<Command>> waiting = new ConcurrentHashMap<>();

  private LocalCalls() {
    Magics.connect(this);
  }

  /** Says that the calling thread, with those that it starts, is of that worker. */
  void enter(LocalWorker of) {
    worker.set(of);
  }

  void receive(long call, Command command) {
    requireNonNull(waiting.get(call)).add(command);
  }

  @Override
  public @Nullable Object eval(String code) {
    return call(new KernelRequest.Eval(code));
  }

  @Override
  public @Nullable Object lineMagic(String name, List<String> arguments) {
    return call(new KernelRequest.LineMagic(name, arguments));
  }

  @Override
  public @Nullable Object cellMagic(String name, List<String> arguments, String body) {
    return call(new KernelRequest.CellMagic(name, arguments, body));
  }

  @Override
  public void offer(List<Offer> magics) {
    List<OfferedMagic> offered =
        magics.stream()
            .map(m -> new OfferedMagic(m.name(), m.summary(), m.isLine(), m.isCell()))
            .toList();
    worker.get().say(new Event.MagicsOffered(offered));
  }

  private @Nullable Object call(KernelRequest request) {
    LocalWorker of = worker.get();
    long call = last.incrementAndGet();
    BlockingQueue<Command> commands = new LinkedBlockingQueue<>();
    waiting.put(call, commands);
    of.say(new Event.KernelCalled(call, of.cell, request));
    while (true) {
      switch (take(commands)) {
        case Command.CallBack(long _, Command.Request part) ->
            of.say(new Event.CalledBack(call, of.reply(part)));
        case Command.AnswerCall(long _, KernelAnswer answer) -> {
          return value(answer, of);
        }
        case Command other -> throw new AssertionError(other);
      }
    }
  }

  private static Command take(BlockingQueue<Command> commands) {
    try {
      return commands.take();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static @Nullable Object value(KernelAnswer answer, LocalWorker of) {
    return switch (answer) {
      case KernelAnswer.Nothing _ -> null;
      case KernelAnswer.Text(String text) -> text;
      case KernelAnswer.Texts(List<String> texts) -> texts;
      case KernelAnswer.LastValue _ -> of.lastValue;
      case KernelAnswer.Failed(String name, String message) -> {
        Throwable thrown = of.lastThrown;
        throw thrown instanceof RuntimeException own ? own : new KernelCallException(name, message);
      }
    };
  }
}
