package dev.weft.manager;

/**
 * The manager of an object has been closed, or its process has ended, and the object with it.
 *
 * <pre>{@code
 * var manager = new Manager();
 * var map = manager.newMap();
 * manager.close();
 * map.size();          // throws, and names the process that had the manager
 * }</pre>
 */
public final class ManagerGoneException extends IllegalStateException {

  private static final long serialVersionUID = 1;

  ManagerGoneException(Address address, String how) {
    super(
        "The manager of process "
            + address.pid()
            + " is gone: "
            + how
            + ". Its objects have gone with it; make a new manager");
  }
}
