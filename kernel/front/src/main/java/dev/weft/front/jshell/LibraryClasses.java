package dev.weft.front.jshell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/**
 * The classes in the kernel's own jars, for the compiler.
 *
 * <p>Its own way to read jars is a file system for each, which takes a tenth of the time until the
 * first result.
 *
 * <p>The jars stay open, and must not change, as long as the kernel lives.
 */
final class LibraryClasses {

  private static final String SUFFIX = ".class";

  private final List<Path> jars = new ArrayList<>();
  private final List<Path> folders = new ArrayList<>();
  private final Map<String, List<JavaFileObject>> packages = new HashMap<>();

  /**
   * Opens jars.
   *
   * @param libraries jars, and folders, which are left to the compiler
   * @throws UncheckedIOException if one can't be read
   */
  LibraryClasses(List<Path> libraries) {
    for (Path library : libraries) {
      if (Files.isDirectory(library)) {
        folders.add(library);
      } else {
        jars.add(library);
        open(library);
      }
    }
  }

  private void open(Path library) {
    try {
      ZipFile jar = new ZipFile(library.toFile());
      jar.stream().forEach(entry -> add(jar, entry));
    } catch (IOException e) {
      throw new UncheckedIOException("Unable to read the library " + library, e);
    }
  }

  private void add(ZipFile jar, ZipEntry entry) {
    String name = entry.getName();
    int slash = name.lastIndexOf('/');
    if (slash > 0 && name.endsWith(SUFFIX)) {
      packages
          .computeIfAbsent(name.substring(0, slash).replace('/', '.'), _ -> new ArrayList<>())
          .add(new LibraryClass(jar, entry));
    }
  }

  /** Returns the folders among the libraries. */
  List<Path> folders() {
    return folders;
  }

  /** Returns the jars among the libraries. */
  List<Path> jars() {
    return jars;
  }

  /** Returns the classes of a package; none if no jar has it. */
  List<JavaFileObject> in(String packageName) {
    return packages.getOrDefault(packageName, List.of());
  }

  /** A class in a jar. */
  static final class LibraryClass extends SimpleJavaFileObject {

    private final ZipFile jar;
    private final ZipEntry entry;

    private LibraryClass(ZipFile jar, ZipEntry entry) {
      super(URI.create("weft:///" + entry.getName()), Kind.CLASS);
      this.jar = jar;
      this.entry = entry;
    }

    /** Returns its name, with a dollar sign before the names of nested classes. */
    String binaryName() {
      String name = entry.getName();
      return name.substring(0, name.length() - SUFFIX.length()).replace('/', '.');
    }

    @Override
    public InputStream openInputStream() throws IOException {
      return jar.getInputStream(entry);
    }
  }
}
