package dev.weft.process;

import dev.weft.process.child.Children;
import dev.weft.process.ship.FirstParcel;
import dev.weft.process.ship.OwnVariables;
import dev.weft.process.ship.Parcel;
import dev.weft.process.ship.UntransferableException;

/** Makes ready what workers are sent. */
final class Parcels {

  private Parcels() {}

  /**
   * Returns what is sent of a job, which is packed once.
   *
   * @param own variables that workers have for themselves
   * @throws NotTransferableException if it can't travel
   */
  static Parcel of(Job job, OwnVariables own) {
    Parcel parcel = job.parcel;
    if (parcel == null) {
      parcel = pack(job.toSend(), job instanceof Row ? "An item" : "The task", own);
      job.parcel = parcel;
      job.weighed(parcel.size());
    }
    return parcel;
  }

  /**
   * Packs a value.
   *
   * @param what how messages call it
   * @param own variables that workers have for themselves
   * @throws NotTransferableException if it can't travel
   */
  static Parcel pack(Object value, String what, OwnVariables own) {
    try {
      return Children.here().packer().pack(value, own);
    } catch (UntransferableException e) {
      throw problem(what, e);
    }
  }

  /**
   * Packs what each worker does first.
   *
   * @throws NotTransferableException if it can't travel
   */
  static FirstParcel first(SerializableRunnable initializer) {
    try {
      return Children.here().packer().packFirst(initializer);
    } catch (UntransferableException e) {
      throw problem("The initializer", e);
    }
  }

  private static NotTransferableException problem(String what, UntransferableException reason) {
    return new NotTransferableException(what + " can't be sent: " + reason.getMessage(), reason);
  }
}
