package dev.weft.process.child;

import dev.weft.process.ship.Contents;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * One message between parent and child.
 *
 * @param type one of the constants here
 * @param id the task that it is about, or another number
 * @param text a name or a short text
 * @param contents the rest
 */
record Frame(byte type, long id, String text, Contents contents) {

  /** To the child: a class file, by name. */
  static final byte CLASS = 1;

  /** To the child: classes that come from now on replace those of the same name. */
  static final byte NEW_LOADER = 2;

  /** To the child: a jar or folder that belongs to the class path. */
  static final byte CLASS_PATH = 3;

  /** To the child: a task to run, by its number. */
  static final byte TASK = 4;

  /** To the child: a task to run, after which the child ends. */
  static final byte LAST_TASK = 5;

  /** To the child: a function to keep, by its number. */
  static final byte FUNCTION = 6;

  /** To the child: a task that applies a function, whose number is the text. */
  static final byte CALL = 7;

  /** To the child: a task to interrupt. */
  static final byte CANCEL = 8;

  /** To the child: to end when it has done what was sent before. */
  static final byte END = 9;

  /** To the child: a function that is not called any more, by its number. */
  static final byte FORGET = 11;

  /**
   * To the child: to record what its threads do, and later to write it to the file in the text; the
   * number is the recording's.
   */
  static final byte RECORD = 12;

  /** To the child: to end the recording; the number is 1 if nobody wants it. */
  static final byte RECORD_END = 13;

  /** To the child: asks for its clock; the number is the parent's. */
  static final byte CLOCK = 14;

  /** To the child: asks for which locks between processes its threads wait. */
  static final byte WAITS = 15;

  /** To the child: the answer to a request; without a body if there is none. */
  static final byte REPLY = 10;

  /** From the child: it can take tasks. */
  static final byte HELLO = 20;

  /** From the child: bytes that it has printed for a task. */
  static final byte OUT = 21;

  /** From the child: bytes that it has printed to the error stream for a task. */
  static final byte ERR = 22;

  /** From the child: a task's result. */
  static final byte RESULT = 23;

  /** From the child: what a task has thrown; the text tells of it. */
  static final byte THROWN = 24;

  /** From the child: its JVM is ending; the number is that of the signal, if one ends it. */
  static final byte BYE = 25;

  /** From the child: it has done and printed everything; the number is its exit status. */
  static final byte DONE = 29;

  /** From the child: asks for a class by name; answered with {@link #REPLY}. */
  static final byte NEED_CLASS = 26;

  /** From the child: asks for leave to start a child; answered with {@link #REPLY}. */
  static final byte MAY_START = 27;

  /** From the child: so many of its descendants have ended. */
  static final byte ENDED = 28;

  /**
   * From the child: it records, since that moment by its clock; the text is the recording's number,
   * the body how long that took.
   */
  static final byte RECORDING = 40;

  /** From the child: its clock, in answer to {@link #CLOCK}. */
  static final byte CLOCK_IS = 41;

  /** From the child: what was seen of its threads. */
  static final byte SEEN = 42;

  /** From the child: the recording has ended and is in the file in the text, if there is one. */
  static final byte RECORDED = 43;

  /** From the child: for which locks between processes its threads wait. */
  static final byte WAITS_ARE = 44;

  private static final byte[] NOTHING = new byte[0];

  static byte[] bytes(long number) {
    return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
  }

  /** Returns the number that the contents are. */
  long longOfBody() {
    return ByteBuffer.wrap(contents.body()).getLong();
  }

  static Frame of(byte type, long id) {
    return of(type, id, "", NOTHING);
  }

  static Frame of(byte type, long id, String text) {
    return of(type, id, text, NOTHING);
  }

  static Frame of(byte type, long id, String text, byte[] body) {
    return new Frame(type, id, text, new Contents(NOTHING, body, List.of()));
  }
}
