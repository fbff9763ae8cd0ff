package dev.weft.front.magic;

import dev.weft.front.magic.MagicContext.PastCell;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Magics about cells that were run. */
public final class HistoryMagics {

  private static final Pattern RANGE = Pattern.compile("(\\d+)(?:-(\\d+))?");

  private static final Parameter CELLS =
      Parameter.of(Parameter.Kind.OTHER, "[N[-M]]", "numbers of cells");

  private HistoryMagics() {}

  /** Returns them. */
  public static List<Magic> all() {
    return List.of(
        Magic.named("history", "hist", "/history")
            .summary("prints the cells that were run")
            .parameter(CELLS)
            .parameter(Parameter.option("[-l COUNT]", "only the last ones"))
            .line(HistoryMagics::history)
            .build(),
        Magic.named("rerun")
            .summary("runs cells again; the last one unless said")
            .parameter(CELLS)
            .line(HistoryMagics::rerun)
            .build());
  }

  private static MagicValue history(Arguments arguments, MagicContext context)
      throws MagicException {
    List<PastCell> cells = chosen(arguments, earlier(context));
    if (!arguments.isAssigned()) {
      for (PastCell cell : cells) {
        context.output().println("[" + cell.executionCount() + "] " + indented(cell.code()));
      }
    }
    return MagicValue.texts(cells.stream().map(PastCell::code).toList());
  }

  private static String indented(String code) {
    return code.strip().replace("\n", "\n    ");
  }

  private static List<PastCell> earlier(MagicContext context) {
    List<PastCell> all = context.history();
    return all.subList(0, Math.max(0, all.size() - 1));
  }

  private static List<PastCell> chosen(Arguments arguments, List<PastCell> cells)
      throws MagicException {
    List<String> plain = arguments.plain("-l");
    if (!plain.isEmpty()) {
      return range(arguments.single("a number or two, as in 3-5"), cells);
    }
    int last = arguments.option("-l").isPresent() ? count(arguments) : cells.size();
    return cells.subList(Math.max(0, cells.size() - last), cells.size());
  }

  private static int count(Arguments arguments) throws MagicException {
    String count = arguments.option("-l").orElse("");
    if (!count.matches("\\d{1,8}")) {
      throw new MagicException("-l needs a number of cells, not " + count + ".");
    }
    return Integer.parseInt(count);
  }

  private static List<PastCell> range(String text, List<PastCell> cells) throws MagicException {
    Matcher range = RANGE.matcher(text);
    if (!range.matches()) {
      throw new MagicException("Cells are written as 3 or as 3-5, not " + text + ".");
    }
    long from = Long.parseLong(range.group(1));
    long to = range.group(2) == null ? from : Long.parseLong(range.group(2));
    List<PastCell> found =
        cells.stream().filter(c -> c.executionCount() >= from && c.executionCount() <= to).toList();
    if (found.isEmpty()) {
      throw new MagicException("No cell with the number " + text + " was run.");
    }
    return found;
  }

  private static MagicValue rerun(Arguments arguments, MagicContext context) throws MagicException {
    List<PastCell> earlier = earlier(context);
    List<PastCell> cells =
        arguments.words().isEmpty()
            ? earlier.subList(Math.max(0, earlier.size() - 1), earlier.size())
            : chosen(arguments, earlier);
    if (cells.isEmpty()) {
      throw new MagicException("No cell was run before this one.");
    }
    return Runs.inOrder(
        context,
        cells.stream().map(c -> Source.ofFile("cell " + c.executionCount(), c.code())).toList());
  }
}
