package dev.weft.install.clients;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class whose methods take a {@link Jupyter}, one for the whole run.
 *
 * <p>Where a tool is missing the class is reported as disabled with the tool's name; where the
 * environment says {@code CI=true} it fails.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(JupyterExtension.class)
@interface WithJupyter {

  /** Whether the tests need a browser too. */
  boolean browser() default false;
}
