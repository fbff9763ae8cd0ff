package dev.weft.testkit.scenario;

/** A notebook in which cells run one after the other. */
@FunctionalInterface
public interface ScenarioSession {

  /** Runs a cell and returns what it did. */
  Observed run(String code);
}
