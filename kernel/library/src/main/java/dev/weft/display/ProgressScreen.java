package dev.weft.display;

import java.io.Console;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where progress is drawn; used by one thread at a time. */
interface ProgressScreen {

  /**
   * Draws the work and what is nested in it, in place of what was drawn before.
   *
   * @param last whether nothing will be drawn after this
   */
  void draw(List<ProgressState> states, boolean last);

  /** Returns the screen that suits where the code runs. */
  static ProgressScreen choose() {
    DisplayChannel channel = Display.channel();
    if (channel != ConsoleDisplay.INSTANCE) {
      return new InNotebook(channel);
    }
    boolean terminal = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    return terminal ? new OnTerminal(System.err) : new InLog(System.err);
  }

  /** One display, updated in place. */
  final class InNotebook implements ProgressScreen {
    private final DisplayChannel channel;
    private @Nullable String id;

    InNotebook(DisplayChannel channel) {
      this.channel = channel;
    }

    @Override
    public void draw(List<ProgressState> states, boolean last) {
      String text = states.stream().map(ProgressState::text).collect(Collectors.joining("\n"));
      String html = states.stream().map(ProgressState::html).collect(Collectors.joining());
      DisplayData data = DisplayData.html(html).with(MimeType.TEXT, text);
      boolean update = id != null;
      String shown = id == null ? UUID.randomUUID().toString() : id;
      id = shown;
      channel.display(data, Optional.of(shown), update);
    }
  }

  /** One line of a terminal, written over again and again. */
  final class OnTerminal implements ProgressScreen {
    private static final int COLUMNS = 79;

    private final PrintStream out;

    OnTerminal(PrintStream out) {
      this.out = out;
    }

    @Override
    public void draw(List<ProgressState> states, boolean last) {
      String line = states.stream().map(ProgressState::text).collect(Collectors.joining("  > "));
      String cut = line.length() > COLUMNS ? line.substring(0, COLUMNS) : line;
      out.print("\r" + cut + " ".repeat(COLUMNS - cut.length()) + (last ? "\n" : ""));
      out.flush();
    }
  }

  /** Only the end, as nothing in a file can be written over. */
  final class InLog implements ProgressScreen {
    private final PrintStream out;

    InLog(PrintStream out) {
      this.out = out;
    }

    @Override
    public void draw(List<ProgressState> states, boolean last) {
      if (last) {
        out.println(states.getFirst().text());
      }
    }
  }
}
