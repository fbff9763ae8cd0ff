package org.dflib.jjava.jupyter.kernel.display;

import org.jspecify.annotations.Nullable;

/** One value in several formats; can be changed, and belongs to one thread at a time. */
public final class DisplayData extends io.github.spencerpark.jupyter.kernel.display.DisplayData {

  /** An empty bundle. */
  public DisplayData() {}

  /** A bundle of plain text. */
  public DisplayData(String text) {
    super(text);
  }

  /** A bundle with the same content. */
  public DisplayData(DisplayData that) {
    super(that);
  }

  /** Returns the bundle, or an empty one in place of null. */
  public static DisplayData emptyIfNull(@Nullable DisplayData bundle) {
    return bundle == null ? new DisplayData() : bundle;
  }

  @Override
  public DisplayData setDisplayId(String id) {
    super.setDisplayId(id);
    return this;
  }
}
