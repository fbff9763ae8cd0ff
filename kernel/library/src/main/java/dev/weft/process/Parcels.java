package dev.weft.process;

import dev.weft.process.child.Children;
import dev.weft.process.ship.Parcel;
import dev.weft.process.ship.UntransferableException;

/** Makes ready what workers are sent. */
final class Parcels {

  private Parcels() {}

  /**
   * Returns what is sent of a job, which is packed once.
   *
   * @throws NotTransferableException if it can't travel
   */
  static Parcel of(Job job) {
    Parcel parcel = job.parcel;
    if (parcel == null) {
      parcel = pack(job.toSend(), job instanceof Row ? "An item" : "The task");
      job.parcel = parcel;
      job.weighed(parcel.size());
    }
    return parcel;
  }

  /**
   * Packs a value.
   *
   * @param what how messages call it
   * @throws NotTransferableException if it can't travel
   */
  static Parcel pack(Object value, String what) {
    try {
      return Children.here().packer().pack(value);
    } catch (UntransferableException e) {
      throw new NotTransferableException(what + " can't be sent: " + e.getMessage(), e);
    }
  }
}
