package dev.weft.process.child;

import java.io.PrintStream;

/** The owner in a plain program: prints to the streams of this JVM. */
final class ConsoleOwner extends LineOwner {

  @Override
  void emit(boolean error, String text) {
    PrintStream stream = error ? System.err : System.out;
    stream.print(text);
    stream.flush();
  }
}
