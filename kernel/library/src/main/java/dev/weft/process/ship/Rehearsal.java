package dev.weft.process.ship;

import java.io.IOException;
import java.io.ObjectStreamClass;
import java.io.ObjectStreamConstants;
import java.util.List;
import java.util.concurrent.Callable;

/** Goes through what a value's way takes, so that its classes are loaded; keeps nothing of it. */
public final class Rehearsal {

  private Rehearsal() {}

  /** Does what it takes to unpack a task. */
  public static void unpack(ClassBook book) throws IOException, ClassNotFoundException {
    ByteSource nothing = new ByteSource(new byte[] {ObjectStreamConstants.TC_NULL});
    try (UnpackingStream stream = new UnpackingStream(nothing, new ClassTable(book), List.of())) {
      stream.readObject();
    }
    ObjectStreamClass.lookup(ShippedLambda.class);
    Object unused = new LambdaFactories(book).revive(ShippedLambda.sample());
  }

  /** Does what it takes to send a task and its result, and to unpack them. */
  public static void sendAndUnpack(ClassBook book) throws Exception {
    Packer packer = new Packer(book);
    Unpacker unpacker = new Unpacker(book);
    int captured = 1;
    SerializableTask task = () -> List.of("a result", captured);
    Object copy = unpacker.unpack(packer.pack(task).contents()).value();
    packer.pack(copy instanceof Callable<?> callable ? callable.call() : copy);
  }

  private interface SerializableTask extends Callable<Object>, java.io.Serializable {}
}
