package dev.weft.front.jshell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What was put into a part of a cell in place of something else, and how offsets get back.
 *
 * @param all from the first to the last
 */
record Edits(List<Edit> all) {

  static final Edits NONE = new Edits(List.of());

  /**
   * One replacement.
   *
   * @param start where it begins in the edited text
   * @param length its length there
   * @param replaced the length of what it has replaced
   */
  record Edit(int start, int length, int replaced) {}

  /** Returns these with something new put in at an offset of the edited text. */
  Edits withInsertion(long at, int length) {
    List<Edit> edits = new ArrayList<>();
    for (Edit edit : all) {
      int start = edit.start() < at ? edit.start() : edit.start() + length;
      edits.add(new Edit(start, edit.length(), edit.replaced()));
    }
    edits.add(new Edit(Math.toIntExact(at), length, 0));
    edits.sort(Comparator.comparingInt(Edit::start));
    return new Edits(List.copyOf(edits));
  }

  /** Returns the offset in the original; within a replacement, that of its beginning. */
  long toOriginal(long edited) {
    long shift = 0;
    for (Edit edit : all) {
      if (edited < edit.start()) {
        break;
      }
      if (edited < edit.start() + edit.length()) {
        return edit.start() + shift;
      }
      shift += edit.replaced() - edit.length();
    }
    return edited + shift;
  }
}
