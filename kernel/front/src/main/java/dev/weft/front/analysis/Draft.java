package dev.weft.front.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A cell that is being written, made a compilation unit in which its names mean what they will
 * mean.
 *
 * <p>What earlier cells declared becomes static members, and so do the cell's own methods and types
 * but the one under the cursor. Statements and variables up to the cursor become a method's body.
 *
 * @param source the compilation unit
 * @param cursor where in it the name under the cursor begins
 */
public record Draft(String source, int cursor) {

  /** The name that stands at the cursor of a draft for completion. */
  public static final String GAP = "gap$";

  /** The name of the class that stands for the notebook. */
  public static final String CLASS = "Notebook$";

  private static final String METHOD = "cell$";

  /** A cell with the part in which the cursor stands. */
  private record Place(String code, List<Part> parts, int index) {
    Part part() {
      return parts.get(index);
    }
  }

  /**
   * Makes a draft with a gap for a name.
   *
   * @param code the cell, magics blanked
   * @param start where the name begins that is to be completed
   * @param end where it ends
   * @param wanted what must be known of the notebook beside what the cell names
   */
  public static Draft forCompletion(
      NotebookView notebook, String code, int start, int end, Predicate<Declared> wanted) {
    boolean created = isCreated(code.substring(0, start)) && !code.startsWith("(", end);
    String gap = created ? GAP + "()" : GAP;
    String with = code.substring(0, start) + gap + code.substring(end);
    return of(notebook, with, start, gap.length(), wanted);
  }

  /** Returns whether the name that begins behind that code is of a class to make an object of. */
  private static boolean isCreated(String before) {
    List<Token> tokens = Tokens.significant(before);
    int last = tokens.size() - 1;
    while (last > 0 && tokens.get(last).is(before, ".")) {
      last -= 2;
    }
    return last >= 0 && tokens.get(last).is(before, "new");
  }

  /** Makes a draft in which the name at an offset is looked up. */
  public static Draft forInspection(NotebookView notebook, String code, int start, int end) {
    return of(notebook, code, start, end - start, d -> false);
  }

  private static Draft of(
      NotebookView notebook, String code, int start, int length, Predicate<Declared> wanted) {
    Place place = place(code, start);
    StringBuilder source = new StringBuilder();
    notebook.imports().forEach(each -> source.append(each).append('\n'));
    Set<String> ownTypes = new HashSet<>();
    for (Part part : place.parts()) {
      if (part.kind() == Part.Kind.IMPORT) {
        source.append(part.text(code)).append(";\n");
      } else if (part.kind() == Part.Kind.TYPE) {
        ownTypes.add(part.name());
      }
    }
    source.append("class " + CLASS + " {\n");
    source.append(Stubs.of(notebook, code, wanted, ownTypes));
    addOthers(place, source);
    int cursor = addBody(place, start, length, source);
    return new Draft(source.append("\n}\n").toString(), cursor);
  }

  private static Place place(String code, int start) {
    List<Part> parts = new ArrayList<>(CellParts.of(code));
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).codeStart() <= start && start < parts.get(i).end()) {
        return new Place(code, parts, i);
      }
    }
    parts.add(new Part(Part.Kind.STATEMENT, "", start, start, start));
    return new Place(code, parts, parts.size() - 1);
  }

  private static void addOthers(Place place, StringBuilder source) {
    for (int i = 0; i < place.parts().size(); i++) {
      Part part = place.parts().get(i);
      boolean member = part.kind() == Part.Kind.METHOD || part.kind() == Part.Kind.TYPE;
      if (member && i != place.index()) {
        source.append(Stubs.member(new Repair(part.text(place.code())).closed()));
      }
    }
  }

  private static int addBody(Place place, int start, int length, StringBuilder source) {
    Part part = place.part();
    if (part.kind() == Part.Kind.TYPE) {
      return addPart(place, start, length, source.append("static "));
    }
    source.append("static void " + METHOD + "() throws Throwable {\n");
    for (Part before : place.parts().subList(0, place.index())) {
      if (before.kind() == Part.Kind.VARIABLE || before.kind() == Part.Kind.STATEMENT) {
        source.append(new Repair(before.text(place.code())).closed()).append(";\n");
      }
    }
    if (part.kind() == Part.Kind.METHOD) {
      int cursor = addPart(place, start, length, source.append("class Method$ {\n"));
      source.append("\n}\n}");
      return cursor;
    }
    int cursor = addPart(place, start, length, source);
    source.append("\n;}");
    return cursor;
  }

  private static int addPart(Place place, int start, int length, StringBuilder source) {
    Part part = place.part();
    String text = place.code().substring(part.codeStart(), part.end());
    int cursor = source.length() + start - part.codeStart();
    source.append(new Repair(text).around(start - part.codeStart(), length));
    return cursor;
  }
}
