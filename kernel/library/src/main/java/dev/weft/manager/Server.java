package dev.weft.manager;

import dev.weft.process.NotTransferableException;
import dev.weft.process.child.Children;
import dev.weft.process.child.Values;
import dev.weft.process.ship.Flat;
import dev.weft.process.ship.UntransferableException;
import dev.weft.trace.Activity;
import dev.weft.trace.Span;
import dev.weft.trace.Trace;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A manager, in the process that has made it.
 *
 * <p>One daemon thread waits for clients, and one serves each connection. Calls of the same process
 * need none of them; they copy what goes in and out, so that it makes no difference where one is.
 */
final class Server implements Route, AutoCloseable {

  private final Door door;
  private final Thread exitHook = new Thread(this::close, "manager-end");
  private final Map<Long, Served> objects = new ConcurrentHashMap<>();
  private final AtomicLong lastObject = new AtomicLong();
  private final Set<Serving> clients = ConcurrentHashMap.newKeySet();
  private final Set<Thread> waiting = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean closed = new AtomicBoolean();

  private Server(Door door) {
    this.door = door;
  }

  /** Opens a manager and makes its threads, which print for whom the calling thread does. */
  static Server open() throws IOException {
    Server server = new Server(Door.open());
    Runtime.getRuntime().addShutdownHook(server.exitHook);
    Children.here().register(server);
    Thread.ofPlatform().daemon().name("manager-door").start(server::admit);
    return server;
  }

  /** Returns the manager that is reached there if it is in this process, or null. */
  static @Nullable Server of(Address address) {
    for (Server each : Children.here().registered(Server.class)) {
      if (each.address().equals(address)) {
        return each;
      }
    }
    return null;
  }

  Address address() {
    return door.address();
  }

  boolean isClosed() {
    return closed.get();
  }

  /** Adds an object that clients use by the methods of an interface. */
  Remote add(Class<?> type, Object target) {
    MethodTable table = MethodTable.of(type);
    requireOpen();
    long number = lastObject.incrementAndGet();
    objects.put(number, new Served(target, table));
    return new Remote(address(), number);
  }

  private void requireOpen() {
    if (closed.get()) {
      throw new ManagerGoneException(address(), "it was closed");
    }
  }

  private void admit() {
    try {
      while (true) {
        SocketChannel channel = door.accept();
        Serving client = new Serving(this, new Line(channel));
        clients.add(client);
        Thread.ofPlatform().daemon().name("manager-client").start(client);
        if (closed.get()) {
          client.close();
        }
      }
    } catch (IOException e) {
      close();
    }
  }

  void left(Serving client) {
    clients.remove(client);
  }

  Served served(long object) {
    Served served = objects.get(object);
    if (served == null) {
      throw new IllegalStateException("The manager has no object " + object);
    }
    return served;
  }

  /** Runs an operation; a result that is the object itself becomes a handle. */
  @Nullable Object run(
      long object, Served served, Operation operation, @Nullable Object[] arguments)
      throws Throwable {
    Object result = operation.run(served.target(), arguments);
    boolean itself = result == served.target() && served.table().type().isInstance(result);
    return itself ? new Remote(address(), object).as(served.table().type()) : result;
  }

  @Override
  public @Nullable Object call(long object, Operation operation, @Nullable Object[] arguments)
      throws Throwable {
    requireOpen();
    Served served = served(object);
    Values values = Values.here();
    @Nullable Object[] copies = Arrays.copyOf(arguments, arguments.length);
    for (int i = 0; i < copies.length; i++) {
      copies[i] = isLambda(copies[i]) ? copies[i] : copy(values, copies[i]);
    }
    Operation own = served.table().get(operation.number());
    return copy(
        values,
        own.interruptible()
            ? await(object, served, own, copies)
            : run(object, served, own, copies));
  }

  /** A lambda runs here as it is; it need not be serializable then. */
  private static boolean isLambda(@Nullable Object value) {
    return value != null && value.getClass().isHidden();
  }

  /** Runs an operation that may wait; the end of the manager ends the wait. */
  private @Nullable Object await(
      long object, Served served, Operation operation, @Nullable Object[] arguments)
      throws Throwable {
    Thread caller = Thread.currentThread();
    Span span = Trace.begin(Activity.CALL, operation.name());
    waiting.add(caller);
    try {
      requireOpen();
      return run(object, served, operation, arguments);
    } catch (InterruptedException e) {
      requireOpen();
      throw e;
    } finally {
      waiting.remove(caller);
      span.end();
    }
  }

  private static @Nullable Object copy(Values values, @Nullable Object value) {
    if (value == null || value instanceof String || value instanceof Number) {
      return value;
    }
    try {
      Flat run = values.pack(value);
      return values.unpack(Arrays.copyOf(run.bytes(), run.length()));
    } catch (UntransferableException e) {
      throw new NotTransferableException(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public String text(long object) {
    requireOpen();
    return served(object).target().toString();
  }

  /** Ends the manager: clients and waiting callers get an exception. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    Children.here().unregister(this);
    forgetHook();
    try {
      door.close();
    } catch (IOException e) {
      // nobody is let in any more, in whatever way
    }
    clients.forEach(Serving::close);
    waiting.forEach(Thread::interrupt);
    objects.clear();
  }

  private void forgetHook() {
    try {
      Runtime.getRuntime().removeShutdownHook(exitHook);
    } catch (IllegalStateException e) {
      // the JVM is about to end
    }
  }
}
