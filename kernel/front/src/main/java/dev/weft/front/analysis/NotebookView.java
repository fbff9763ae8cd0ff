package dev.weft.front.analysis;

import java.nio.file.Path;
import java.util.List;

/**
 * What a notebook has declared at one moment; may be read by any thread, whatever runs meanwhile.
 *
 * @param imports import declarations as code
 * @param declared in order of declaration
 * @param classPath what user code is compiled against, beside the JDK
 */
public record NotebookView(List<String> imports, List<Declared> declared, List<Path> classPath) {

  public NotebookView {
    imports = List.copyOf(imports);
    declared = List.copyOf(declared);
    classPath = List.copyOf(classPath);
  }
}
