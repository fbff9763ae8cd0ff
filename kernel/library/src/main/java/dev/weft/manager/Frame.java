package dev.weft.manager;

/**
 * What client and manager say to each other.
 *
 * @param type one of those below
 * @param object the number of the object that is meant
 * @param method the number of the method that is called
 * @param run the arguments, or the result, as {@link dev.weft.process.child.Values} writes them
 */
@SuppressWarnings("ArrayRecordComponent") // bytes that nobody compares or changes
record Frame(byte type, long object, int method, byte[] run) {

  /** To the manager, first: the token. */
  static final byte HELLO = 1;

  /** To the manager: calls a method. */
  static final byte CALL = 2;

  /** To the manager: the caller was interrupted, and wants no more to wait. */
  static final byte CANCEL = 3;

  /** To the client: what a call has returned. */
  static final byte RESULT = 4;

  /** To the client: what a call has thrown. */
  static final byte THROWN = 5;

  /** Bytes before the run: its length, type, object, method. */
  static final int HEADER = 4 + 1 + 8 + 4;

  static final byte[] NOTHING = new byte[0];

  /** The number of the method {@link Object#toString}. */
  static final int TO_STRING = -1;
}
