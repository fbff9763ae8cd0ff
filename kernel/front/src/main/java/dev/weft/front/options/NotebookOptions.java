package dev.weft.front.options;

import dev.weft.front.magic.PathPattern;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a notebook asks for in its metadata; it comes on top of what the user has chosen.
 *
 * @param jvmArguments options of the JVM that runs the cells
 * @param compilerArguments options of the compiler
 * @param classPath patterns of jars and folders, relative to the notebook
 */
public record NotebookOptions(
    List<String> jvmArguments, List<String> compilerArguments, List<String> classPath) {

  /** Nothing. */
  public static final NotebookOptions NONE = new NotebookOptions(List.of(), List.of(), List.of());

  /** Keeps its own unmodifiable copies. */
  public NotebookOptions {
    jvmArguments = List.copyOf(jvmArguments);
    compilerArguments = List.copyOf(compilerArguments);
    classPath = List.copyOf(classPath);
  }

  /** Returns the user's options with these. */
  public KernelOptions addTo(KernelOptions options, Path folder) {
    List<Path> paths = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (String pattern : classPath) {
      List<Path> found = PathPattern.find(pattern, folder);
      if (found.isEmpty()) {
        problems.add("The notebook asks for " + pattern + " on the class path; it is not there.");
      }
      paths.addAll(found);
    }
    return options.with(jvmArguments, compilerArguments, paths).withProblems(problems);
  }
}
