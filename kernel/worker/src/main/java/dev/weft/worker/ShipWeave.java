package dev.weft.worker;

import dev.weft.process.ship.LambdaWeave;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;

/** Makes lambdas and the notebook's own classes serializable, so that child processes get them. */
final class ShipWeave implements ClassWeaver.Weave {

  @Override
  public boolean concerns(byte[] bytes) {
    return LambdaWeave.concerns(bytes);
  }

  @Override
  public ClassTransform transform(ClassModel model) {
    return LambdaWeave.all(model);
  }
}
