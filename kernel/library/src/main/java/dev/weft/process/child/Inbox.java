package dev.weft.process.child;

import dev.weft.process.ship.Unpacker;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What a child says, seen by the one thread that reads it. */
final class Inbox {

  private final Unpacker unpacker;
  private final Outbox outbox;
  private final Owners owners;
  private final ChildStreams streams;
  private final Leave leave;
  private final Fate fate;
  private final Teller teller;
  private final Utf8Text out = new Utf8Text();
  private final Utf8Text err = new Utf8Text();

  Inbox(
      Unpacker unpacker,
      Outbox outbox,
      Owners owners,
      ChildStreams streams,
      Leave leave,
      Fate fate,
      Teller teller) {
    this.unpacker = unpacker;
    this.outbox = outbox;
    this.owners = owners;
    this.streams = streams;
    this.leave = leave;
    this.fate = fate;
    this.teller = teller;
  }

  /** Takes what the child says about its threads. */
  @FunctionalInterface
  interface Teller {
    void receive(Frame frame) throws IOException;
  }

  /**
   * Reads until the child has gone.
   *
   * @param first run when it has connected, before it is sent anything
   * @param ready run when it can take tasks
   * @throws IOException always: the end of the stream, in whatever way
   */
  void readAll(Wire from, Runnable first, Runnable ready) throws IOException {
    try {
      while (true) {
        Frame frame = from.receive();
        if (frame.type() == Frame.HELLO) {
          outbox.connect(from, first);
          ready.run();
        } else if (!fate.isOver()) {
          receive(frame);
        }
      }
    } finally {
      owners.flush();
    }
  }

  private void receive(Frame frame) throws IOException {
    switch (frame.type()) {
      case Frame.OUT -> print(frame, false);
      case Frame.ERR -> print(frame, true);
      case Frame.RESULT -> answer(frame, null);
      case Frame.THROWN -> answer(frame, frame.text());
      case Frame.NEED_CLASS -> outbox.answerClass(frame.id(), frame.text());
      case Frame.MAY_START -> outbox.answerLeave(frame.id(), leave.ask());
      case Frame.ENDED -> leave.giveBack((int) frame.id());
      case Frame.RECORDING, Frame.CLOCK_IS, Frame.SEEN, Frame.RECORDED, Frame.WAITS_ARE ->
          teller.receive(frame);
      case Frame.DONE -> done((int) frame.id());
      default -> fate.saidBye((int) frame.id());
    }
  }

  private void print(Frame frame, boolean error) {
    byte[] bytes = frame.contents().body();
    String text = (error ? err : out).decode(bytes, bytes.length);
    if (error) {
      streams.noteError(text);
    }
    owners.print(frame.id(), error, text);
  }

  private void answer(Frame frame, @Nullable String trace) {
    owners.ended(frame.id());
    ChildListener user = fate.listener();
    if (user != null) {
      user.answered(frame.id(), new Answer(unpacker, frame.contents(), trace));
    }
  }

  private void done(int status) {
    owners.flush();
    fate.saidDone(status);
  }
}
