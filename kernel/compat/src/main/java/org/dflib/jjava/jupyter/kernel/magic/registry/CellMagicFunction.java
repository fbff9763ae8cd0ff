package org.dflib.jjava.jupyter.kernel.magic.registry;

/**
 * What a cell magic does.
 *
 * @param <T> the type of its value
 */
@FunctionalInterface
public interface CellMagicFunction<T>
    extends io.github.spencerpark.jupyter.kernel.magic.registry.CellMagicFunction<T> {}
