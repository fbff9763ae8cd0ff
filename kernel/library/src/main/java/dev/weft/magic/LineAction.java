package dev.weft.magic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a magic does that stands on one line.
 *
 * <pre>{@code
 * UserMagics.line("shout", "prints loudly", words -> String.join(" ", words).toUpperCase());
 * }</pre>
 */
@FunctionalInterface
public interface LineAction {

  /**
   * Does it, in the thread that runs the cell.
   *
   * @param arguments the words behind the magic's name
   * @return the value, or null
   */
  @Nullable Object run(List<String> arguments) throws Exception;
}
