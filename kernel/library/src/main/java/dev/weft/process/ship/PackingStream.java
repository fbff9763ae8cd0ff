package dev.weft.process.ship;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.OutputStream;
import java.io.Serializable;
import java.lang.invoke.SerializedLambda;
import org.jspecify.annotations.Nullable;

/** An object stream without class descriptions, as both sides have the same classes. */
final class PackingStream extends ObjectOutputStream {

  private final Packing packing;

  PackingStream(OutputStream sink, Packing packing) throws IOException {
    super(sink);
    this.packing = packing;
    enableReplaceObject(true);
  }

  @Override
  protected void writeStreamHeader() {}

  @Override
  protected void writeClassDescriptor(ObjectStreamClass description) throws IOException {
    writeUTF(description.getName());
  }

  @Override
  protected void annotateClass(Class<?> type) {
    packing.met(type);
  }

  @Override
  protected void annotateProxyClass(Class<?> type) {
    for (Class<?> each : type.getInterfaces()) {
      packing.met(each);
    }
  }

  @Override
  protected @Nullable Object replaceObject(Object value) {
    if (value instanceof SerializedLambda lambda) {
      return packing.met(lambda);
    }
    if (packing.goesAside(value)) {
      return packing.aside(value);
    }
    return value instanceof Serializable ? value : StandIns.replace(value);
  }
}
