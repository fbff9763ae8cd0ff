package dev.weft.manager;

import java.io.Serializable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** An object of a manager, as seen from any process: what a proxy's calls go through. */
final class Remote implements InvocationHandler, Serializable {

  private static final long serialVersionUID = 1;
  private static final @Nullable Object[] NOTHING = new Object[0];

  private final Address address;
  private final long object;
  private transient volatile @Nullable Route route;

  Remote(Address address, long object) {
    this.address = address;
    this.object = object;
  }

  /** Returns a proxy of the interface whose calls go to the object. */
  <T> T as(Class<T> type) {
    ClassLoader loader = type.getClassLoader() == null ? ownLoader() : type.getClassLoader();
    return type.cast(Proxy.newProxyInstance(loader, new Class<?>[] {type}, this));
  }

  private static ClassLoader ownLoader() {
    return Remote.class.getClassLoader();
  }

  @Override
  public @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return invokeOnObject(method, arguments);
    }
    MethodTable table = MethodTable.of(proxy.getClass().getInterfaces()[0]);
    return route().call(object, table.get(method), arguments == null ? NOTHING : arguments);
  }

  private Object invokeOnObject(Method method, @Nullable Object @Nullable [] arguments) {
    return switch (method.getName()) {
      case "equals" -> arguments != null && isSame(arguments[0]);
      case "hashCode" -> address.hashCode() * 31 + Long.hashCode(object);
      default -> route().text(object);
    };
  }

  private boolean isSame(@Nullable Object other) {
    return other instanceof Proxy
        && Proxy.getInvocationHandler(other) instanceof Remote remote
        && remote.object == object
        && remote.address.equals(address);
  }

  Address address() {
    return address;
  }

  private Route route() {
    Route known = route;
    if (known == null) {
      Server here = Server.of(address);
      known = here == null ? Lines.to(address) : here;
      route = known;
    }
    return known;
  }
}
