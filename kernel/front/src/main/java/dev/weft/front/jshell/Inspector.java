package dev.weft.front.jshell;

import dev.weft.display.DisplayData;
import dev.weft.front.interpreter.Inspection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;

/** Says what is known of the name at a cursor: its signatures and its documentation. */
final class Inspector {

  private static final Pattern REST_OF_NAME = Pattern.compile("\\p{javaJavaIdentifierPart}*");

  private static final Pattern TAG = Pattern.compile("\\{@\\w+\\s+([^}]*)}|</?[a-zA-Z][^>]*>");

  private final SourceCodeAnalysis analysis;
  private final CellSplitter splitter;

  Inspector(SourceCodeAnalysis analysis, CellSplitter splitter) {
    this.analysis = analysis;
    this.splitter = splitter;
  }

  /** Returns signatures, and with details the Javadoc where the JDK's sources are at hand. */
  Optional<Inspection> inspect(String code, int position, boolean detailed) {
    int end = endOfName(code, Math.clamp(position, 0, code.length()));
    Cursor cursor = Cursor.find(splitter, code.substring(0, end), end);
    String piece = cursor.piece();
    List<Documentation> found = documentation(piece, piece.length(), detailed);
    if (found.isEmpty()) {
      found = documentation(piece + "(", piece.length() + 1, detailed);
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(inspection(found));
  }

  private static int endOfName(String code, int position) {
    Matcher rest = REST_OF_NAME.matcher(code).region(position, code.length());
    return rest.lookingAt() ? rest.end() : position;
  }

  private List<Documentation> documentation(String code, int cursor, boolean detailed) {
    return analysis.documentation(code, cursor, detailed);
  }

  private static Inspection inspection(List<Documentation> found) {
    StringBuilder text = new StringBuilder();
    for (Documentation documentation : found) {
      text.append(text.isEmpty() ? "" : "\n\n").append(documentation.signature());
      String javadoc = documentation.javadoc();
      if (javadoc != null) {
        text.append("\n\n").append(TAG.matcher(javadoc).replaceAll("$1").strip());
      }
    }
    return new Inspection(DisplayData.text(text.toString()));
  }
}
