package dev.weft.front.jshell;

import dev.weft.front.interpreter.Cell;
import dev.weft.front.interpreter.CellResult;
import dev.weft.front.magic.MagicException;
import java.util.List;

/** Shows that a magic has failed, with its line of the cell. */
final class MagicErrors {

  private MagicErrors() {}

  static CellResult.Failed result(Cell cell, int offset, MagicException error) {
    CellText text = new CellText(cell.code());
    int line = text.line(offset);
    return new CellResult.Failed(
        error.errorName(),
        error.text(),
        List.of(
            Ansi.strong(error.errorName()) + ": " + error.text(),
            Ansi.mark("--> ") + line + ": " + Ansi.strong(text.lineAt(offset).strip())));
  }
}
