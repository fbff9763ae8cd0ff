package dev.weft.process.ship;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Array;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is gathered while one value is packed. */
final class Packing {

  /** Arrays of more elements travel beside the body, without being copied into it. */
  private static final int LARGE = 2048;

  private final ClassBook book;
  private final Closure closure;
  private final LambdaSites sites;
  private final boolean aside;
  private final OwnVariables own;
  private final Map<String, byte[]> classes = new LinkedHashMap<>();
  private final List<Object> arrays = new ArrayList<>();
  private final Set<StaticField> known = new HashSet<>();
  private final Set<StaticField> set = new LinkedHashSet<>();
  private final Deque<StaticField> left = new ArrayDeque<>();
  private final ByteSink prologue = new ByteSink(64);
  private int lambdas;
  private int captured;
  private boolean reads;

  /** What is known of classes, whatever is packed. */
  record Sources(ClassBook book, Closure closure, LambdaSites sites) {

    /** Returns whether these are the class files that would be sent now. */
    boolean areCurrent(Map<String, byte[]> classes) {
      for (Map.Entry<String, byte[]> each : classes.entrySet()) {
        if (book.bytes(each.getKey()) != each.getValue()) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * Begins with nothing.
   *
   * @param aside whether large arrays travel beside the body
   * @param own variables that the receiver has for itself
   */
  Packing(Sources sources, boolean aside, OwnVariables own) {
    book = sources.book();
    closure = sources.closure();
    sites = sources.sites();
    this.aside = aside;
    this.own = own;
  }

  /** Takes note of an object's class. */
  void met(Class<?> type) {
    if (type.getClassLoader() != null && book.bytes(type.getName()) != null) {
      add(closure.ofClass(type.getName()));
    }
  }

  /** Returns what travels in place of a lambda, or itself where the JDK's own way is the only. */
  Object met(SerializedLambda lambda) {
    lambdas++;
    captured += lambda.getCapturedArgCount();
    String capturing = nameOf(lambda.getCapturingClass());
    add(closure.ofClass(capturing));
    add(closure.ofClass(LookupClass.NAME));
    add(
        closure.ofMethod(
            nameOf(lambda.getImplClass()),
            lambda.getImplMethodName(),
            lambda.getImplMethodSignature()));
    add(closure.ofClass(nameOf(lambda.getFunctionalInterfaceClass())));
    if (!isRevivable(capturing)) {
      return lambda;
    }
    LambdaExtras extras = sites.of(lambda);
    extras.markers().forEach(each -> add(closure.ofClass(each)));
    return ShippedLambda.of(lambda, extras);
  }

  /** Whether {@link LambdaFactories} may make lambdas of the class. */
  private boolean isRevivable(String capturing) {
    try {
      return book.bytes(capturing) != null
          || Class.forName(capturing, false, book.loader()).getModule()
              == Packing.class.getModule();
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static String nameOf(String internalName) {
    return internalName.replace('/', '.');
  }

  private void add(Needs needs) {
    for (String each : needs.classes()) {
      byte[] bytes = book.bytes(each);
      if (bytes != null) {
        classes.put(each, bytes);
      }
    }
    reads |= !needs.fields().isEmpty();
    needs.fields().forEach(this::addVariable);
    set.addAll(needs.setFields());
  }

  /** Has a variable written, unless it is already or the receiver has its own. */
  void addVariable(StaticField field) {
    if (!own.has(field) && known.add(field)) {
      left.add(field);
    }
  }

  /** Returns the variables that code met so far may set. */
  Set<StaticField> setVariables() {
    return Set.copyOf(set);
  }

  /** Returns whether it was one lambda without state, whose code reads no variables. */
  boolean isConstant() {
    return lambdas == 1 && captured == 0 && !reads;
  }

  /** Returns whether an array is to travel beside the body. */
  boolean goesAside(Object value) {
    Class<?> component = value.getClass().componentType();
    return aside && component != null && component.isPrimitive() && Array.getLength(value) > LARGE;
  }

  /** Puts an array beside the body. */
  ArrayToken aside(Object array) {
    arrays.add(array);
    return new ArrayToken(arrays.size() - 1);
  }

  /** Returns the next variable to write, or null when all are. */
  @Nullable StaticField next() {
    return left.poll();
  }

  /** Writes a variable: a simple value where it is set before anything is unpacked. */
  void writeVariable(StaticField field, @Nullable Object value, ObjectOutputStream stream)
      throws IOException {
    if (Scalars.isScalar(value)) {
      prologue.putString(field.className());
      prologue.putString(field.name());
      Scalars.write(prologue, value);
    } else {
      stream.writeObject(field.className());
      stream.writeObject(field.name());
      stream.writeObject(value);
    }
  }

  Parcel parcel(ByteSink body) {
    byte[] first = Arrays.copyOf(prologue.array(), prologue.size());
    return new Parcel(first, body.array(), body.size(), arrays, classes);
  }
}
