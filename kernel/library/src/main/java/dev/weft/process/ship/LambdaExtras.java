package dev.weft.process.ship;

import java.util.List;

/**
 * What a lambda is beside its interface.
 *
 * @param markers names of the other interfaces of an intersection type, by which it was cast
 * @param bridges descriptors of further methods that it implements, as the compiler asks for
 */
record LambdaExtras(List<String> markers, List<String> bridges) {

  static final LambdaExtras NONE = new LambdaExtras(List.of(), List.of());
}
