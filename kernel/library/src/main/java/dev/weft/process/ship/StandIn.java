package dev.weft.process.ship;

import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Travels in place of a value of the JDK, and becomes one again. */
final class StandIn implements Serializable {

  private static final long serialVersionUID = 1;

  enum Kind {
    OUT,
    ERR,
    IDENTITY,
    IDENTITY_OPERATOR,
    OPTIONAL,
    OPTIONAL_INT,
    OPTIONAL_LONG,
    OPTIONAL_DOUBLE,
    PATH,
    CHARSET
  }

  private final Kind kind;

  @SuppressWarnings("serial") // it is written as any other value
  private final @Nullable Object content;

  StandIn(Kind kind, @Nullable Object content) {
    this.kind = kind;
    this.content = content;
  }

  private Object readResolve() {
    return switch (kind) {
      case OUT -> System.out;
      case ERR -> System.err;
      case IDENTITY -> Function.identity();
      case IDENTITY_OPERATOR -> UnaryOperator.identity();
      case OPTIONAL -> Optional.ofNullable(content);
      case OPTIONAL_INT ->
          content == null ? OptionalInt.empty() : OptionalInt.of((Integer) content);
      case OPTIONAL_LONG ->
          content == null ? OptionalLong.empty() : OptionalLong.of((Long) content);
      case OPTIONAL_DOUBLE ->
          content == null ? OptionalDouble.empty() : OptionalDouble.of((Double) content);
      case PATH -> Path.of(text());
      case CHARSET -> Charset.forName(text());
    };
  }

  private String text() {
    return (String) Objects.requireNonNull(content);
  }
}
