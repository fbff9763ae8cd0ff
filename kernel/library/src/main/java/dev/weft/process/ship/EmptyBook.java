package dev.weft.process.ship;

import java.lang.invoke.MethodHandles;
import org.jspecify.annotations.Nullable;

/** A book without classes. */
record EmptyBook(ClassLoader loader) implements ClassBook {

  @Override
  public byte @Nullable [] bytes(String className) {
    return null;
  }

  @Override
  public MethodHandles.Lookup lookup() {
    return MethodHandles.lookup();
  }

  @Override
  public boolean isWrapper(String className) {
    return false;
  }
}
