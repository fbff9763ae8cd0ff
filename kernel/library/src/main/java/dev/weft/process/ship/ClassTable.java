package dev.weft.process.ship;

import java.io.ObjectStreamClass;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Descriptions of classes by name, found through one loader. */
final class ClassTable {

  private final ClassBook book;
  private final LambdaFactories lambdas;
  private final Map<String, ObjectStreamClass> known = new ConcurrentHashMap<>();

  ClassTable(ClassBook book) {
    this.book = book;
    lambdas = new LambdaFactories(book);
  }

  LambdaFactories lambdas() {
    return lambdas;
  }

  ObjectStreamClass describe(String name) throws ClassNotFoundException {
    ObjectStreamClass description = known.get(name);
    if (description == null) {
      description = ObjectStreamClass.lookupAny(find(name));
      known.put(name, description);
    }
    return description;
  }

  Class<?> find(String name) throws ClassNotFoundException {
    Class<?> primitive = Class.forPrimitiveName(name);
    return primitive == null ? Class.forName(name, false, book.loader()) : primitive;
  }

  ClassLoader loader() {
    return book.loader();
  }
}
