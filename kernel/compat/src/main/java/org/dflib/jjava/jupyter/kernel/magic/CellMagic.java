package org.dflib.jjava.jupyter.kernel.magic;

import java.util.List;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.jspecify.annotations.Nullable;

/**
 * What a cell magic does.
 *
 * @param <T> the type of its value
 * @param <K> the type of kernel that it needs
 */
@FunctionalInterface
public interface CellMagic<T, K extends BaseKernel> {

  /** Does it and returns the value, or null. */
  @Nullable T eval(K kernel, List<String> args, String body) throws Exception;
}
