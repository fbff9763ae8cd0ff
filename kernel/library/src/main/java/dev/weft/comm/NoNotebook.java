package dev.weft.comm;

import java.util.concurrent.Executor;

/** Where there is no notebook: nobody hears, and code runs as it is. */
final class NoNotebook implements CommChannel {

  static final CommHub HUB = new CommHub(new NoNotebook());

  private NoNotebook() {}

  @Override
  public void send(CommMessage message) {}

  @Override
  public Executor forThisCell() {
    return Runnable::run;
  }

  @Override
  public void capture(CapturedOutput output, Runnable body) {
    body.run();
  }
}
