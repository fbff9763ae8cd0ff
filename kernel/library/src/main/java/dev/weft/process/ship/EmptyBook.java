package dev.weft.process.ship;

import org.jspecify.annotations.Nullable;

/** A book without classes. */
record EmptyBook(ClassLoader loader) implements ClassBook {

  @Override
  public byte @Nullable [] bytes(String className) {
    return null;
  }

  @Override
  public boolean isWrapper(String className) {
    return false;
  }
}
