package dev.weft.segment;

/** Who uses a file; guarded by the store. */
final class FileUse {

  /** Where the next region of a file of several begins. */
  long next = SegmentFile.HEADER;

  /** Regions of this process, and the store itself while it puts more into it. */
  int users;

  /** Regions that this process has made and not closed, and the store as above. */
  int living;

  /** Whether programs find it by a name. */
  boolean named;

  /** Whether it could not be given up at once. */
  boolean kept;
}
