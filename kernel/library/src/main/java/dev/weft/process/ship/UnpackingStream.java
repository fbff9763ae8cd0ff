package dev.weft.process.ship;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a {@link PackingStream} has written. */
final class UnpackingStream extends ObjectInputStream {

  private final ClassTable classes;
  private final List<Object> arrays;

  UnpackingStream(InputStream source, ClassTable classes, List<Object> arrays) throws IOException {
    super(source);
    this.classes = classes;
    this.arrays = arrays;
    enableResolveObject(true);
  }

  @Override
  protected void readStreamHeader() {}

  @Override
  protected ObjectStreamClass readClassDescriptor() throws IOException, ClassNotFoundException {
    return classes.describe(readUTF());
  }

  @Override
  protected Class<?> resolveClass(ObjectStreamClass description) {
    return description.forClass();
  }

  @Override
  protected Class<?> resolveProxyClass(String[] names) throws ClassNotFoundException {
    Class<?>[] interfaces = new Class<?>[names.length];
    ClassLoader loader = classes.loader();
    for (int i = 0; i < names.length; i++) {
      interfaces[i] = classes.find(names[i]);
      if (!Modifier.isPublic(interfaces[i].getModifiers())) {
        loader = interfaces[i].getClassLoader();
      }
    }
    return Proxy.newProxyInstance(loader, interfaces, (proxy, method, args) -> null).getClass();
  }

  @Override
  protected @Nullable Object resolveObject(Object value) throws IOException {
    if (value instanceof ShippedLambda lambda) {
      return classes.lambdas().revive(lambda);
    }
    return value instanceof ArrayToken token ? arrays.get(token.number) : value;
  }
}
