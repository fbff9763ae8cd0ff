package dev.weft.magic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a magic does that takes the whole cell.
 *
 * <pre>{@code
 * UserMagics.cell("count", "counts lines", (words, body) -> body.lines().count());
 * }</pre>
 */
@FunctionalInterface
public interface CellAction {

  /**
   * Does it, in the thread that runs the cell.
   *
   * @param arguments the words behind the magic's name
   * @param body what stands below the cell's first line
   * @return the value, or null
   */
  @Nullable Object run(List<String> arguments, String body) throws Exception;
}
