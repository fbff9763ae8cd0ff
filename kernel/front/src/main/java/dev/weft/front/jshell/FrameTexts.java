package dev.weft.front.jshell;

import dev.weft.link.Thrown.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a stack trace, as far as they are of use to the person. */
final class FrameTexts {

  /** A JVM keeps 1,024 frames, some of the worker's: where there are that many, more were there. */
  private static final int ALL = 1000;

  /**
   * The longest run of frames that is looked for as a repetition, and how often it must be there.
   */
  private static final int LONGEST = 12;

  private static final int OFTEN = 4;

  private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.*)\\$\\d+");
  private static final List<String> OURS = List.of("dev.weft.magic.", "dev.weft.timing.");
  private static final String STREAMS = "java.util.stream.";

  private final CellTexts texts;

  FrameTexts(CellTexts texts) {
    this.texts = texts;
  }

  /** Returns whether a frame is of a cell; what the worker has woven into a method has no line. */
  boolean isCell(Frame frame) {
    return frame.line() > 0 && isOfCell(frame);
  }

  private boolean isOfCell(Frame frame) {
    return frame.fileName().isPresent() && texts.has(frame.fileName().get());
  }

  /** Returns the frames down to the last of a cell: what is below has only called that. */
  List<Frame> useful(List<Frame> frames) {
    int end = frames.size();
    while (end > 0 && !isCell(frames.get(end - 1))) {
      end--;
    }
    List<Frame> shown = end == 0 ? frames : frames.subList(0, end);
    return shown.stream().filter(this::isShown).toList();
  }

  private boolean isShown(Frame frame) {
    return !isReflection(frame) && !isOurs(frame) && (isCell(frame) || !isOfCell(frame));
  }

  /** What a magic or a measurement does between two frames of cells. */
  private static boolean isOurs(Frame frame) {
    return OURS.stream().anyMatch(frame.className()::startsWith);
  }

  private static boolean isReflection(Frame frame) {
    String name = frame.className();
    return name.startsWith("jdk.internal.reflect.")
        || name.startsWith("java.lang.invoke.")
        || name.equals("java.lang.reflect.Method");
  }

  /** Returns the lines for frames, repetitions only once. */
  List<String> lines(List<Frame> frames) {
    List<String> lines = new ArrayList<>();
    int at = 0;
    while (at < frames.size()) {
      int length = repeated(frames, at);
      int times = length == 0 ? 1 : times(frames, at, length);
      for (Frame frame : frames.subList(at, at + Math.max(1, length))) {
        add(text(frame), lines);
      }
      at += times * Math.max(1, length);
      if (times > 1) {
        lines.add(repetition(length, times - 1, frames.size() >= ALL));
      }
    }
    return lines;
  }

  private static void add(String line, List<String> lines) {
    if (lines.isEmpty() || !lines.getLast().equals(line)) {
      lines.add(line);
    }
  }

  private static String repetition(int length, int times, boolean cut) {
    String what = length == 1 ? "" : "these " + length + " lines ";
    return "... " + what + "repeated " + (cut ? "at least " : "") + "%,d times".formatted(times);
  }

  /** Returns the length of the shortest run of frames that is there many times in a row, or 0. */
  private static int repeated(List<Frame> frames, int at) {
    int length = 1;
    while (length <= LONGEST && times(frames, at, length) < OFTEN) {
      length++;
    }
    return length > LONGEST ? 0 : length;
  }

  private static int times(List<Frame> frames, int at, int length) {
    int end = at + length;
    while (end < frames.size() && frames.get(end).equals(frames.get(end - length))) {
      end++;
    }
    return (end - at) / length;
  }

  private String text(Frame frame) {
    if (isCell(frame)) {
      return "at " + member(frame) + frame.fileName().orElseThrow() + ", line " + frame.line();
    }
    if (frame.className().startsWith(STREAMS) || frame.className().contains("Spliterator")) {
      return "... " + STREAMS.substring(0, STREAMS.length() - 1);
    }
    String at =
        frame.fileName().map(f -> f + (frame.line() < 0 ? "" : ":" + frame.line())).orElse("");
    String method = frame.className().replace('$', '.') + "." + frame.methodName();
    return "at " + method + (at.isEmpty() ? "" : " (" + at + ")");
  }

  /** Names the member that a frame is in, with what stands between that and the cell. */
  private static String member(Frame frame) {
    String type = frame.className().replace('$', '.');
    String owner = ClassNames.isWrapper(frame.className()) ? "" : type + ".";
    String name = frame.methodName();
    Matcher lambda = LAMBDA.matcher(name);
    if (lambda.matches()) {
      return lambda(lambda.group(1), owner);
    }
    return switch (name) {
      case "<init>" -> "new " + type + ", ";
      case "<clinit>" -> "static initializer of " + type + ", ";
      default -> owner.isEmpty() && name.equals(ClassNames.BODY) ? "" : owner + name + ", ";
    };
  }

  private static String lambda(String method, String owner) {
    boolean inBody = owner.isEmpty() && method.startsWith(ClassNames.JSHELL_BODY);
    return inBody ? "lambda, " : "lambda in " + owner + method + ", ";
  }
}
