package dev.weft.comm;

import java.util.List;

/**
 * What travels between a kernel and the code it runs: one step in the life of a comm.
 *
 * <p>For kernels; notebooks see {@link CommData}. The byte arrays are shared, not copied.
 *
 * <pre>{@code
 * channel.send(new CommMessage(Kind.OPEN, id, "plots", "{\"x\":1}", "{}", List.of()));
 * }</pre>
 *
 * @param kind what the message does to the comm
 * @param commId the comm's id, unique in a session
 * @param target name of what the comm is opened to; empty when it is open already
 * @param data a JSON object as text
 * @param metadata a JSON object as text
 * @param buffers binary attachments
 */
public record CommMessage(
    Kind kind, String commId, String target, String data, String metadata, List<byte[]> buffers) {

  /** What a message does to a comm. */
  public enum Kind {
    /** Opens it. */
    OPEN,
    /** Says something on it. */
    MESSAGE,
    /** Closes it. */
    CLOSE
  }

  /** Keeps its own unmodifiable list. */
  public CommMessage {
    buffers = List.copyOf(buffers);
  }

  /** Returns the message that closes a comm and says nothing more. */
  public static CommMessage close(String commId) {
    return new CommMessage(Kind.CLOSE, commId, "", "{}", "{}", List.of());
  }
}
