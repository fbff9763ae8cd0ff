package dev.weft.install.clients;

import dev.weft.testkit.environment.Chromium;
import dev.weft.testkit.environment.MissingToolException;
import dev.weft.testkit.environment.PythonEnvironment;
import java.io.IOException;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Gives tests their {@link Jupyter} and {@link Lab}, and says in one line why they can't run. */
final class JupyterExtension implements ExecutionCondition, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(JupyterExtension.class);

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    try {
      PythonEnvironment.check();
      if (needsBrowser(context)) {
        Chromium.find();
      }
      return ConditionEvaluationResult.enabled("Python and the browser are here");
    } catch (MissingToolException e) {
      return missing(context, e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ConditionEvaluationResult missing(
      ExtensionContext context, MissingToolException problem) {
    if (Boolean.parseBoolean(System.getenv("CI"))) {
      throw new IllegalStateException(problem.getMessage());
    }
    System.err.println(
        "[WARNING] " + context.getDisplayName() + " not run: " + problem.getMessage());
    return ConditionEvaluationResult.disabled(problem.getMessage());
  }

  private static boolean needsBrowser(ExtensionContext context) {
    return AnnotationSupport.findAnnotation(context.getRequiredTestClass(), WithJupyter.class)
        .map(WithJupyter::browser)
        .orElse(false);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Jupyter.class || type == Lab.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    ExtensionContext.Store store = context.getRoot().getStore(NAMESPACE);
    Jupyter jupyter =
        store.getOrComputeIfAbsent(Jupyter.class, type -> started(Jupyter::start), Jupyter.class);
    return parameter.getParameter().getType() == Jupyter.class
        ? jupyter
        : store.getOrComputeIfAbsent(
            Lab.class, type -> started(() -> Lab.start(jupyter)), Lab.class);
  }

  private static <T> T started(Start<T> start) {
    try {
      return start.run();
    } catch (MissingToolException | IOException e) {
      throw new ParameterResolutionException(e.getMessage(), e);
    } catch (InterruptedException e) {
      throw new ParameterResolutionException("Interrupted", e);
    }
  }

  private interface Start<T> {
    T run() throws MissingToolException, IOException, InterruptedException;
  }
}
