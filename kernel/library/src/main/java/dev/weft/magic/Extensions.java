package dev.weft.magic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/**
 * The extensions that jars on the notebook's class path bring; used by the kernel.
 *
 * <pre>{@code
 * List<String> news = Extensions.installAll();
 * }</pre>
 *
 * <p>Its methods belong to the thread that runs cells.
 */
public final class Extensions {

  /** By class name; one for the JVM, as there is one notebook in it. */
  private static final Map<String, NotebookExtension> INSTALLED = new LinkedHashMap<>();

  private Extensions() {}

  /**
   * Installs the extensions that are named in jars and not installed yet, and tells the others that
   * there are more jars.
   *
   * @return the names of their classes
   */
  public static synchronized List<String> installAll() throws Exception {
    List<String> names = new ArrayList<>();
    for (NotebookExtension each : ServiceLoader.load(NotebookExtension.class, loader())) {
      String name = each.getClass().getName();
      NotebookExtension installed = INSTALLED.get(name);
      if (installed == null) {
        each.install();
        INSTALLED.put(name, each);
        names.add(name);
      } else {
        installed.jarsAdded();
      }
    }
    return names;
  }

  /**
   * Installs one extension, whether a jar names it or not.
   *
   * @param className its class, which may have been declared in a cell
   * @return what was done, in words
   * @throws KernelCallException if there is no such class, or it is no extension
   */
  public static synchronized String install(String className) throws Exception {
    if (INSTALLED.containsKey(className)) {
      return className + " is installed already.";
    }
    NotebookExtension extension = create(className);
    extension.install();
    INSTALLED.put(className, extension);
    return className + " is installed.";
  }

  private static NotebookExtension create(String className) throws Exception {
    try {
      Class<?> found = Class.forName(className, true, loader());
      return found.asSubclass(NotebookExtension.class).getConstructor().newInstance();
    } catch (ClassNotFoundException e) {
      throw new KernelCallException(
          "NoExtension", "There is no class " + className + " on the class path.");
    } catch (ClassCastException | NoSuchMethodException e) {
      throw new KernelCallException(
          "NoExtension",
          className + " is no NotebookExtension with a public constructor without parameters.");
    }
  }

  /**
   * Removes an extension.
   *
   * @return what was done, in words
   */
  public static synchronized String uninstall(String className) throws Exception {
    NotebookExtension extension = INSTALLED.remove(className);
    if (extension == null) {
      return className + " is not installed; installed are " + INSTALLED.keySet() + ".";
    }
    extension.uninstall();
    return className + " is removed.";
  }

  private static ClassLoader loader() {
    return Thread.currentThread().getContextClassLoader();
  }
}
