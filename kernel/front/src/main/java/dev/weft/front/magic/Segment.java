package dev.weft.front.magic;

import java.util.List;

/** A part of a cell that is run before the next one is looked at. */
public sealed interface Segment {

  /**
   * Java from one offset of the cell to another.
   *
   * @param nested magics within its blocks, to be called when the block runs
   */
  record Java(int start, int end, List<Nested> nested) implements Segment {
    /** Keeps its own unmodifiable copy. */
    public Java {
      nested = List.copyOf(nested);
    }
  }

  /** A line magic of its own. */
  record Line(MagicCall call) implements Segment {}

  /** Java from an offset up to a line magic whose value ends the statement. */
  record Assigned(int start, MagicCall call) implements Segment {}

  /** The whole cell is a magic's; the body is what stands below the first line. */
  record Whole(MagicCall call, Source body) implements Segment {}

  /**
   * A magic within a block.
   *
   * @param isAssigned whether it stands behind an equals sign
   */
  record Nested(MagicCall call, boolean isAssigned) {}
}
