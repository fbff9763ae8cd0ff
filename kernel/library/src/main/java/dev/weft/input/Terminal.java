package dev.weft.input;

import java.io.Console;
import org.jspecify.annotations.Nullable;

/** Asks at the terminal, where there is no notebook. */
final class Terminal implements InputChannel {

  static final Terminal INSTANCE = new Terminal();

  private Terminal() {}

  @Override
  @SuppressWarnings("SystemConsoleNull") // it is null again, from JDK 25 on, without a terminal
  public @Nullable String ask(String prompt, boolean password) {
    Console console = System.console();
    if (console == null && password) {
      throw new InputRefusedException("There is no terminal to ask for a password at.");
    }
    if (console == null) {
      return IO.readln(prompt);
    }
    return password ? secret(console, prompt) : console.readLine("%s", prompt);
  }

  private static @Nullable String secret(Console console, String prompt) {
    char[] typed = console.readPassword("%s", prompt);
    return typed == null ? null : new String(typed);
  }
}
