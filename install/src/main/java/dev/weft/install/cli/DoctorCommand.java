package dev.weft.install.cli;

import dev.weft.install.check.Doctor;
import dev.weft.install.check.Finding;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

/** {@code weft doctor}: says what is wrong and how to mend it. */
@Command(name = "doctor", description = "Check the installation and say how to mend it.")
final class DoctorCommand implements Callable<Integer> {
  private final Context context;

  DoctorCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    boolean[] bad = {false};
    new Doctor(context.host(), context.home())
        .examine(
            finding -> {
              bad[0] |= finding.level() == Finding.Level.BAD;
              print(finding);
            });
    return bad[0] ? 1 : 0;
  }

  private void print(Finding finding) {
    Ansi ansi = context.colour() ? Ansi.ON : Ansi.OFF;
    String mark =
        switch (finding.level()) {
          case GOOD -> "@|green ok    |@";
          case NOTE -> "@|yellow note  |@";
          case BAD -> "@|red wrong |@";
        };
    context.out().println(ansi.string(mark) + " " + finding.what());
    finding.remedy().ifPresent(remedy -> context.out().println("       -> " + remedy));
  }
}
