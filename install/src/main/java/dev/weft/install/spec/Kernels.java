package dev.weft.install.spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The kernelspecs on disk. */
public final class Kernels {
  private Kernels() {}

  /**
   * A folder with a kernelspec.
   *
   * @param folder where it is; its last name is the kernel's name
   * @param spec what the file says, or null where it can't be read
   */
  public record Found(Path folder, @Nullable KernelSpec spec) {
    /** Returns the name by which notebooks ask for it. */
    public String name() {
      return folder.getFileName().toString();
    }

    /** Tells whether Weft wrote it. */
    public boolean isOurs() {
      return spec != null && spec.isOurs();
    }
  }

  /** Returns the kernelspecs directly below a folder, by name; none where it can't be read. */
  public static List<Found> in(Path kernels) {
    List<Found> found = new ArrayList<>();
    if (!Files.isDirectory(kernels)) {
      return found;
    }
    try (Stream<Path> folders = Files.list(kernels)) {
      for (Path folder : (Iterable<Path>) folders.sorted()::iterator) {
        if (Files.isRegularFile(folder.resolve(KernelSpec.FILE))) {
          found.add(new Found(folder, readable(folder)));
        }
      }
    } catch (IOException unreadable) {
      return found;
    }
    return found;
  }

  private static @Nullable KernelSpec readable(Path folder) {
    try {
      return KernelSpec.read(folder);
    } catch (IOException broken) {
      return null;
    }
  }
}
