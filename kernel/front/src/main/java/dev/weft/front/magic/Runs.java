package dev.weft.front.magic;

import dev.weft.front.interpreter.CellResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs code that stands elsewhere than in the cell. */
final class Runs {

  private Runs() {}

  /** Runs codes one after the other up to the first that fails; the last one's value is shown. */
  static MagicValue inOrder(MagicContext context, List<Source> codes) {
    CellResult result = new CellResult.Ok(Optional.empty());
    for (Source code : codes) {
      result = context.java().run(code);
      if (result instanceof CellResult.Failed failed) {
        return new MagicValue.Ran(placed(failed, code.file().orElse("")));
      }
      if (!(result instanceof CellResult.Ok)) {
        break;
      }
    }
    return new MagicValue.Ran(result);
  }

  /** Says where the lines are that the error names. */
  private static CellResult placed(CellResult.Failed failed, String file) {
    List<String> lines = new ArrayList<>();
    lines.add("In " + file + ":");
    lines.addAll(failed.traceback());
    return new CellResult.Failed(
        failed.errorName(), failed.errorValue() + " (in " + file + ")", List.copyOf(lines));
  }
}
