package dev.weft.process;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes functions of several arguments, and of none that matter, functions of one. */
final class Arguments {

  private Arguments() {}

  /** Returns lists of two, which travel whatever the entries' own class. */
  static <A extends @Nullable Object, B extends @Nullable Object>
      Iterable<List<@Nullable Object>> pairs(Iterable<? extends Map.Entry<A, B>> entries) {
    return () -> {
      Iterator<? extends Map.Entry<A, B>> from = entries.iterator();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return from.hasNext();
        }

        @Override
        public List<@Nullable Object> next() {
          Map.Entry<A, B> entry = from.next();
          List<@Nullable Object> pair = new ArrayList<>(2);
          pair.add(entry.getKey());
          pair.add(entry.getValue());
          return pair;
        }
      };
    };
  }

  @SuppressWarnings("unchecked") // the lists are those of pairs
  static <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object>
      TaskFunction<List<@Nullable Object>, R> spread(
          TaskBiFunction<? super A, ? super B, ? extends R> function) {
    return pair -> function.apply((A) pair.get(0), (B) pair.get(1));
  }

  @SuppressWarnings("NullAway") // there is no other value of that type
  static <A extends @Nullable Object> TaskFunction<A, @Nullable Void> consuming(
      TaskConsumer<? super A> action) {
    return item -> {
      action.accept(item);
      return null;
    };
  }
}
