package dev.weft.worker;

import dev.weft.link.Command;
import dev.weft.link.Event;
import dev.weft.link.KernelAnswer;
import dev.weft.link.KernelRequest;
import dev.weft.link.OfferedMagic;
import dev.weft.magic.KernelCallException;
import dev.weft.magic.KernelChannel;
import dev.weft.worker.guard.CellStopped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Calls of the kernel by threads of cells.
 *
 * <p>A thread that calls waits for the answer, and meanwhile carries out what the front wants done
 * for it. It can't be interrupted, as the front relies on it; a stop ends the code that it carries
 * out, and what the front does, and so the wait.
 */
final class KernelBridge implements KernelChannel {

  private final CellContext context;
  private final EventSender sender;
  private final Stops stops;
  private final Requests requests;
  private final AtomicLong last = new AtomicLong();
  private final Map<Long, BlockingQueue<Command>> waiting = new ConcurrentHashMap<>();

  KernelBridge(CellContext context, EventSender sender, Stops stops, Requests requests) {
    this.context = context;
    this.sender = sender;
    this.stops = stops;
    this.requests = requests;
  }

  /** Hands over what the front wants done, or says, about a call. */
  void receive(long call, Command command) {
    BlockingQueue<Command> caller = waiting.get(call);
    if (caller != null) {
      caller.add(command);
    }
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
    sender.send(new Event.MagicsOffered(magics.stream().map(KernelBridge::offered).toList()));
  }

  private static OfferedMagic offered(Offer magic) {
    return new OfferedMagic(magic.name(), magic.summary(), magic.isLine(), magic.isCell());
  }

  private @Nullable Object call(KernelRequest request) {
    Cell cell = context.current();
    long call = last.incrementAndGet();
    BlockingQueue<Command> commands = new LinkedBlockingQueue<>();
    waiting.put(call, commands);
    cell.output().flush();
    sender.send(new Event.KernelCalled(call, cell.id(), request));
    Kept kept = new Kept();
    KernelAnswer answer = serve(call, commands, kept);
    waiting.remove(call);
    return value(answer, kept, cell);
  }

  /** Carries out what comes until that is the answer. */
  private KernelAnswer serve(long call, BlockingQueue<Command> commands, Kept kept) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          Command command = commands.take();
          if (command instanceof Command.AnswerCall(long _, var answer)) {
            return answer;
          }
          carryOut(call, ((Command.CallBack) command).request(), kept);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void carryOut(long call, Command.Request request, Kept kept) {
    Event.Reply reply = requests.carryOut(request, context.current(), kept);
    context.current().output().flush();
    sender.send(new Event.CalledBack(call, reply));
  }

  private @Nullable Object value(KernelAnswer answer, Kept kept, Cell cell) {
    if (answer instanceof KernelAnswer.Failed(var name, var message)) {
      throw failure(name, message, kept, cell);
    }
    if (answer instanceof KernelAnswer.Text(var text)) {
      return text;
    }
    if (answer instanceof KernelAnswer.Texts(var texts)) {
      return texts;
    }
    return answer instanceof KernelAnswer.LastValue ? kept.value() : null;
  }

  private RuntimeException failure(String name, String message, Kept kept, Cell cell) {
    if (stops.concerns(cell)) {
      throw new CellStopped();
    }
    Throwable thrown = kept.thrown();
    if (thrown != null) {
      throw KernelBridge.<RuntimeException>sneaky(thrown);
    }
    return new KernelCallException(name, message);
  }

  @SuppressWarnings("unchecked") // erased, so that it throws whatever it is given
  private static <E extends Throwable> RuntimeException sneaky(Throwable thrown) throws E {
    throw (E) thrown;
  }
}
