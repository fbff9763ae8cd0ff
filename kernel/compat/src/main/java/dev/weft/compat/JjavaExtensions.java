package dev.weft.compat;

import dev.weft.magic.NotebookExtension;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.kernel.JavaNotebookStatics;

/** Installs the extensions for JJava that jars bring; belongs to the thread that runs cells. */
public final class JjavaExtensions implements NotebookExtension {

  private final Map<String, Extension> installed = new LinkedHashMap<>();

  /** For the service loader. */
  public JjavaExtensions() {}

  @Override
  public void install() {
    jarsAdded();
  }

  @Override
  public void jarsAdded() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    for (Extension each : ServiceLoader.load(Extension.class, loader)) {
      if (installed.putIfAbsent(each.getClass().getName(), each) == null) {
        each.install(JavaNotebookStatics.kernel());
      }
    }
  }

  @Override
  public void uninstall() {
    installed.values().forEach(each -> each.uninstall(JavaNotebookStatics.kernel()));
    installed.clear();
  }
}
