package org.dflib.jjava.jupyter.kernel.magic.registry;

/**
 * What a line magic does.
 *
 * @param <T> the type of its value
 */
@FunctionalInterface
public interface LineMagicFunction<T>
    extends io.github.spencerpark.jupyter.kernel.magic.registry.LineMagicFunction<T> {}
