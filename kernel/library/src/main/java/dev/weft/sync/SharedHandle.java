package dev.weft.sync;

import dev.weft.segment.Region;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;

/** A handle of something in shared memory, which travels as a ticket and ends by a close. */
abstract class SharedHandle implements Serializable, AutoCloseable {

  private static final long serialVersionUID = 1;

  final transient Region region;

  SharedHandle(Region region) {
    this.region = region;
  }

  /** Returns its name. */
  public String name() {
    return region.name();
  }

  /** Returns whether it is closed: here, or for all. */
  public boolean isClosed() {
    return region.isClosed();
  }

  /** Ends it for all if this process made it or the maker has gone, otherwise for this process. */
  @Override
  public void close() {
    if (!region.isClosed()) {
      if (region.endsAtClose()) {
        poison();
      } else {
        detach();
      }
      region.close();
      wake();
    }
  }

  /** Makes each use fail from now on, before the end for all. */
  abstract void poison();

  /** Takes this process out, before the end for it alone. */
  void detach() {}

  /** Wakes those that sleep, after the end. */
  abstract void wake();

  /** Returns how it is while it is open, in words. */
  abstract String state();

  /** Returns its name and how it is. */
  @Override
  public String toString() {
    return region.name() + " [" + (region.isClosed() ? "closed" : state()) + "]";
  }

  /** Returns what travels in its place. */
  abstract SyncTicket ticket();

  final Object writeReplace() {
    return ticket();
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("Not a handle");
  }
}
