package dev.weft.front.jshell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets imports of IJava's and JJava's names prevail over the default imports.
 *
 * <p>{@code render} of every cell returns a bundle of Weft's. A notebook that imports the bundle of
 * another kernel expects the method of that kernel, which an import by name makes prevail. The same
 * goes for names of a package that is imported whole, where Weft has the name too.
 */
final class CompatImports {

  private static final String RUNTIME = "io.github.spencerpark.ijava.runtime.";
  private static final String KERNEL = "io.github.spencerpark.jupyter.kernel.";
  private static final String NEW_RUNTIME = "org.dflib.jjava.runtime.";
  private static final String NEW_KERNEL = "org.dflib.jjava.jupyter.kernel.";
  private static final String STATICS = NEW_KERNEL + "BaseNotebookStatics.";

  private static final List<String> SHOWING = List.of("render", "display", "updateDisplay");
  private static final List<String> CALLING = List.of("lineMagic", "cellMagic");
  private static final List<String> ASKING = List.of("getKernelInstance", "eval");

  /** By what is imported, what is to be imported by name besides. */
  private static final Map<String, List<String>> COMPANIONS =
      Map.ofEntries(
          Map.entry(KERNEL + "display.DisplayData", methods(RUNTIME + "Display.", SHOWING)),
          Map.entry(KERNEL + "display.*", showing(KERNEL, RUNTIME + "Display.")),
          Map.entry(KERNEL + "magic.registry.*", List.of(KERNEL + "magic.registry.Magics")),
          Map.entry(RUNTIME + "*", List.of(RUNTIME + "Display", RUNTIME + "Magics")),
          Map.entry("static " + RUNTIME + "Display.*", methods(RUNTIME + "Display.", SHOWING)),
          Map.entry("static " + RUNTIME + "Magics.*", methods(RUNTIME + "Magics.", CALLING)),
          Map.entry("static " + RUNTIME + "Kernel.*", methods(RUNTIME + "Kernel.", ASKING)),
          Map.entry(NEW_KERNEL + "display.DisplayData", methods(STATICS, SHOWING)),
          Map.entry(NEW_KERNEL + "display.*", showing(NEW_KERNEL, STATICS)),
          Map.entry(NEW_KERNEL + "magic.registry.*", List.of(NEW_KERNEL + "magic.registry.Magics")),
          Map.entry(NEW_RUNTIME + "*", List.of(NEW_RUNTIME + "Display", NEW_RUNTIME + "Magics")),
          Map.entry(
              "static " + NEW_RUNTIME + "Display.*", methods(NEW_RUNTIME + "Display.", SHOWING)),
          Map.entry(
              "static " + NEW_RUNTIME + "Magics.*", methods(NEW_RUNTIME + "Magics.", CALLING)),
          Map.entry("static " + NEW_RUNTIME + "Kernel.*", methods(NEW_RUNTIME + "Kernel.", ASKING)),
          Map.entry("static " + STATICS + "*", all(STATICS)));

  private static final Pattern IMPORT = Pattern.compile("\\bimport\\s+([^;]+)");

  private CompatImports() {}

  private static List<String> methods(String type, List<String> names) {
    return names.stream().map(name -> "static " + type + name).toList();
  }

  private static List<String> showing(String kernel, String statics) {
    List<String> names = new ArrayList<>(methods(statics, SHOWING));
    names.add(kernel + "display.DisplayData");
    names.add(kernel + "display.Renderer");
    return names;
  }

  private static List<String> all(String statics) {
    List<String> names = new ArrayList<>(methods(statics, SHOWING));
    names.addAll(methods(statics, CALLING));
    names.add("static " + statics + "eval");
    names.add("static " + statics + "printf");
    return names;
  }

  /** Returns the piece, with more imports behind its own where it needs them. */
  static Piece complete(Piece piece) {
    if (!piece.source().contains("import")) {
      return piece;
    }
    String code = SourceMask.mask(piece.source());
    if (!code.stripLeading().startsWith("import")) {
      return piece;
    }
    StringBuilder source = new StringBuilder(piece.source());
    Matcher imports = IMPORT.matcher(code);
    while (imports.find()) {
      String name = imports.group(1).strip().replaceAll("\\s+", " ");
      for (String more : COMPANIONS.getOrDefault(name, List.of())) {
        source.append(" import ").append(more).append(';');
      }
    }
    return new Piece(source.toString(), piece.offset(), piece.edits());
  }
}
