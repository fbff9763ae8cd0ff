package dev.weft.trace.flight;

import java.util.function.LongUnaryOperator;

/** Moments that are known on two clocks: the flight recorder's and the program's. */
final class Marks {

  private long firstRecorder;
  private long firstProgram;
  private long lastRecorder;
  private long lastProgram;
  private int count;

  void add(long recorder, long program) {
    if (count == 0 || recorder < firstRecorder) {
      firstRecorder = recorder;
      firstProgram = program;
    }
    if (count == 0 || recorder > lastRecorder) {
      lastRecorder = recorder;
      lastProgram = program;
    }
    count++;
  }

  /** Returns what makes program time of recorder time; between the marks, both ends are met. */
  LongUnaryOperator clock() {
    long length = lastRecorder - firstRecorder;
    long drift = lastProgram - firstProgram - length;
    if (length <= 0 || drift == 0) {
      return time -> time - firstRecorder + firstProgram;
    }
    double rate = (double) drift / length;
    return time -> {
      long since = time - firstRecorder;
      return firstProgram + since + (long) (since * rate);
    };
  }
}
