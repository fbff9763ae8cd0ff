package dev.weft.process.ship;

import java.lang.classfile.ClassFile;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/**
 * Makes the lambdas of a plain program serializable as its classes are loaded, whatever their type.
 *
 * <p>Started by {@code -javaagent:} with the library's jar, or by an entry {@code
 * Launcher-Agent-Class} with this class's name in the manifest of the program's own jar.
 */
public final class LambdaAgent implements ClassFileTransformer {

  private LambdaAgent() {}

  /** Called by the JVM for {@code -javaagent:}. */
  public static void premain(@Nullable String options, Instrumentation instrumentation) {
    instrumentation.addTransformer(new LambdaAgent());
  }

  /** Called by the JVM for {@code Launcher-Agent-Class}. */
  public static void agentmain(@Nullable String options, Instrumentation instrumentation) {
    premain(options, instrumentation);
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] file) {
    if (loader == null
        || loader == ClassLoader.getPlatformClassLoader()
        || LambdaAgent.class.getProtectionDomain().equals(domain)
        || !LambdaWeave.hasLambdas(file)) {
      return null;
    }
    ClassFile files =
        ClassFile.of(
            ClassFile.StackMapsOption.DROP_STACK_MAPS, ClassFile.DeadCodeOption.KEEP_DEAD_CODE);
    return files.transformClass(files.parse(file), LambdaWeave.lambdas());
  }
}
