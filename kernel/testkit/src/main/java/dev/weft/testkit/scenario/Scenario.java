package dev.weft.testkit.scenario;

import java.util.List;

/** Cells that run one after the other in one notebook. */
public record Scenario(String name, List<ScenarioCell> cells) {

  /** Runs the cells; the error that is thrown says all that one of them did and should not have. */
  public void run(ScenarioSession session) {
    for (ScenarioCell cell : cells) {
      Observed seen = session.run(cell.code());
      List<String> complaints = cell.complaints(seen);
      if (!complaints.isEmpty()) {
        throw new AssertionError(
            "%s, line %d:\n%s\n--- seen:\n%s--- but:\n%s"
                .formatted(name, cell.line(), cell.code(), seen, String.join("\n", complaints)));
      }
    }
  }
}
