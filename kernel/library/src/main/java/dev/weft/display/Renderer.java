package dev.weft.display;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says how values of a type are shown; for libraries.
 *
 * <p>A jar names its implementations in {@code META-INF/services/dev.weft.display.Renderer}. They
 * are found when the jar is on the notebook's class path, also when it is added later. Notebooks
 * themselves say it shorter, with {@link Renderers#register}. Any thread may call the methods.
 *
 * <pre>{@code
 * public final class MoneyRenderer implements Renderer<Money> {
 *   public Class<Money> type() {
 *     return Money.class;
 *   }
 *
 *   public DisplayData render(Money money) {
 *     return DisplayData.html("<b>" + money.amount() + "</b> " + money.currency());
 *   }
 * }
 * }</pre>
 *
 * @param <T> the type
 */
public interface Renderer<T> {

  /** Returns the class or interface whose values this shows. */
  Class<T> type();

  /**
   * Returns what to show of a value; null for what is shown without this renderer.
   *
   * <p>A bundle without {@code text/plain} is given the value's own text for it. What this throws
   * is told to the user, and the value is shown as without this renderer.
   */
  @Nullable DisplayData render(T value);

  /**
   * Returns what to show of a value when only some formats are wanted.
   *
   * @param mimeTypes the formats that are wanted; empty for all
   */
  default @Nullable DisplayData render(T value, List<String> mimeTypes) {
    return render(value);
  }
}
