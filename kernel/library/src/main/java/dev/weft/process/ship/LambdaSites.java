package dev.weft.process.ship;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.Attributes;
import java.lang.classfile.BootstrapMethodEntry;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.IntegerEntry;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.SerializedLambda;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds in class files what {@link SerializedLambda} does not tell of a lambda. Safe for use by
 * several threads.
 */
final class LambdaSites {

  /** Position among a call site's constant arguments. */
  private static final int IMPLEMENTATION = 1;

  private static final int TYPE = 2;
  private static final int FLAGS = 3;

  private final ClassBook book;
  private final Map<String, Sites> read = new ConcurrentHashMap<>();

  LambdaSites(ClassBook book) {
    this.book = book;
  }

  /** What was read of one class file, by implementation and type of the lambda. */
  @SuppressWarnings("ArrayRecordComponent") // compared by identity alone
  private record Sites(byte[] file, Map<String, LambdaExtras> extras) {}

  LambdaExtras of(SerializedLambda lambda) {
    String owner = lambda.getImplClass();
    String key =
        key(
            owner,
            lambda.getImplMethodName(),
            lambda.getImplMethodSignature(),
            lambda.getInstantiatedMethodType());
    return sites(lambda.getCapturingClass()).extras().getOrDefault(key, LambdaExtras.NONE);
  }

  private static String key(String owner, String name, String descriptor, String type) {
    return owner + '\n' + name + '\n' + descriptor + '\n' + type;
  }

  private Sites sites(String capturing) {
    Sites known = read.get(capturing);
    byte[] shipped = book.bytes(capturing.replace('/', '.'));
    if (known == null || (shipped != null && known.file() != shipped)) {
      byte[] file = shipped == null ? onClassPath(capturing) : shipped;
      known = new Sites(file, file.length == 0 ? Map.of() : read(file));
      read.put(capturing, known);
    }
    return known;
  }

  private byte[] onClassPath(String name) {
    try (InputStream in = book.loader().getResourceAsStream(name + ".class")) {
      return in == null ? new byte[0] : in.readAllBytes();
    } catch (IOException e) {
      return new byte[0];
    }
  }

  private static Map<String, LambdaExtras> read(byte[] file) {
    Map<String, LambdaExtras> found = new HashMap<>();
    ClassFile.of()
        .parse(file)
        .findAttribute(Attributes.bootstrapMethods())
        .ifPresent(all -> all.bootstrapMethods().forEach(each -> read(each, found)));
    return found;
  }

  private static void read(BootstrapMethodEntry site, Map<String, LambdaExtras> to) {
    List<LoadableConstantEntry> arguments = site.arguments();
    if (arguments.size() > FLAGS
        && arguments.get(IMPLEMENTATION) instanceof MethodHandleEntry body
        && arguments.get(TYPE) instanceof MethodTypeEntry type
        && arguments.get(FLAGS) instanceof IntegerEntry flags) {
      var method = body.reference();
      String key =
          key(
              method.owner().asInternalName(),
              method.name().stringValue(),
              method.type().stringValue(),
              type.descriptor().stringValue());
      LambdaExtras extras = extras(flags.intValue(), arguments);
      if (!extras.equals(LambdaExtras.NONE)) {
        to.put(key, extras);
      }
    }
  }

  /** After the flags come a number and so many markers, and a number and so many bridges. */
  private static LambdaExtras extras(int flags, List<LoadableConstantEntry> arguments) {
    List<String> markers = new ArrayList<>();
    List<String> bridges = new ArrayList<>();
    for (LoadableConstantEntry each : arguments.subList(FLAGS + 1, arguments.size())) {
      if (each instanceof ClassEntry marker && (flags & LambdaMetafactory.FLAG_MARKERS) != 0) {
        markers.add(marker.asInternalName().replace('/', '.'));
      } else if (each instanceof MethodTypeEntry bridge) {
        bridges.add(bridge.descriptor().stringValue());
      }
    }
    return new LambdaExtras(List.copyOf(markers), List.copyOf(bridges));
  }
}
