package dev.weft.front.remote;

import dev.weft.link.ClassBytes;
import dev.weft.link.Command;
import dev.weft.link.Step;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jdk.jshell.spi.ExecutionControl;

/**
 * Records what JShell wants done in the worker, so that a whole cell is compiled before any of it
 * runs, and then runs in one round trip.
 *
 * <p>JShell is told at once whether a class can be redefined: it can where its {@link ClassShape}
 * stays. Belongs to the thread that owns the JShell.
 */
public final class RemoteExecutionControl implements ExecutionControl {

  /** A class path that holds nothing, which the worker is not told of. */
  public static final String NOWHERE = "weft-nowhere";

  /** One thing to do; steps become part of a run, requests stand alone. */
  private sealed interface Action {
    record OfStep(int piece, Step step) implements Action {}

    record OfRequest(Command.Request request) implements Action {}
  }

  private final List<Action> recorded = new ArrayList<>();
  private final Map<String, ClassBytes> loaded = new LinkedHashMap<>();

  /** The latest classes by snippet: that of the snippet, and those within it. */
  private final Map<String, List<ClassBytes>> bySnippet = new HashMap<>();

  private final List<String> classPath = new ArrayList<>();

  /** Of this JShell and of the other one that {@link #annex} is for, and those used last. */
  private final ScratchClasses own = new ScratchClasses("X");

  private final ScratchClasses annexed = new ScratchClasses("Y");
  private ScratchClasses scratch = own;

  /** Scratch classes of the program taken last, and of what is recorded for the next. */
  private List<ClassBytes> passing = List.of();

  private final List<ClassBytes> coming = new ArrayList<>();

  /** What to rename in the classes of the piece; none where they keep their names. */
  private Optional<Map<String, String>> scratchNames = Optional.empty();

  private int piece;

  /** Returns what was added to the class path. */
  public List<String> classPath() {
    return List.copyOf(classPath);
  }

  /** Says to which piece of the cell the following belongs. */
  public void beginPiece(int index) {
    piece = index;
    scratchNames = Optional.empty();
  }

  /**
   * Says that the following is code that runs once, in classes that JShell names as it has named
   * others.
   *
   * @param variable name of its field
   * @param name of the field in the worker
   */
  public void beginScratch(int index, String variable, String name) {
    scratch = own;
    piece = index;
    scratchNames = Optional.of(Map.of(variable, name));
  }

  /** Says the same of code that the other JShell compiles. */
  public void beginAnnex(int index, String variable, String name) {
    beginScratch(index, variable, name);
    scratch = annexed;
  }

  /** Returns a control for another JShell, whose code all runs once; none runs before its begin. */
  public ExecutionControl annex() {
    return new AnnexControl(
        annexed, (type, method) -> scratch == annexed ? invoke(type, method) : "");
  }

  /** Returns the classes of that code. */
  public List<ClassBytes> scratchClasses() {
    return scratch.latest();
  }

  /** Returns the name that the worker has for the class of the code since the last begin. */
  public String scratchClass() {
    return scratch.latestName();
  }

  /** Says that the value of a piece is to be sent back. */
  public void wantValue(int index) {
    recorded.replaceAll(action -> isInvoke(action, index) ? wanting(action) : action);
  }

  private static boolean isInvoke(Action action, int index) {
    return action instanceof Action.OfStep(int at, Step.Invoke _) && at == index;
  }

  private static Action wanting(Action action) {
    return action instanceof Action.OfStep(int at, Step.Invoke(var type, var method, _))
        ? new Action.OfStep(at, new Step.Invoke(type, method, true))
        : action;
  }

  /** Records that a variable's value is to move to the class that now holds it. */
  public void copyVariable(String fromClass, String toClass, String field) {
    recorded.add(new Action.OfRequest(new Command.CopyVariable(fromClass, toClass, field)));
  }

  /** Forgets the invocations recorded for a piece. */
  public void discardInvokes(int index) {
    recorded.removeIf(action -> isInvoke(action, index));
  }

  /** Forgets everything, as long as nothing of it has been used. */
  public void forget() {
    recorded.clear();
    loaded.clear();
    bySnippet.clear();
    coming.clear();
  }

  /** Returns what was recorded since the last call. */
  public Program take(long cell, boolean allowStdin) {
    List<Command.Request> requests = new ArrayList<>();
    List<Integer> pieces = new ArrayList<>();
    List<Step> steps = new ArrayList<>();
    for (Action action : recorded) {
      switch (action) {
        case Action.OfStep(int index, Step step) -> {
          steps.add(step);
          pieces.add(index);
        }
        case Action.OfRequest(Command.Request request) -> {
          closeRun(cell, allowStdin, steps, requests);
          requests.add(request);
        }
      }
    }
    closeRun(cell, allowStdin, steps, requests);
    recorded.clear();
    passing = List.copyOf(coming);
    coming.clear();
    return new Program(requests, pieces);
  }

  private static void closeRun(
      long cell, boolean allowStdin, List<Step> steps, List<Command.Request> requests) {
    if (!steps.isEmpty()) {
      requests.add(new Command.Run(cell, allowStdin, List.copyOf(steps)));
      steps.clear();
    }
  }

  /** Returns what a fresh worker must be told to know all that was ever loaded. */
  public List<Command.Request> restore() {
    List<Command.Request> requests = new ArrayList<>();
    if (!classPath.isEmpty()) {
      requests.add(new Command.AddToClassPath(List.copyOf(classPath)));
    }
    List<ClassBytes> classes = new ArrayList<>(loaded.values());
    classes.addAll(passing);
    if (!classes.isEmpty()) {
      requests.add(new Command.Run(0, false, List.of(new Step.Load(classes))));
    }
    return requests;
  }

  @Override
  public void load(ClassBytecodes[] classes) {
    if (scratchNames.isPresent()) {
      own.compiled(classes);
      return;
    }
    recorded.add(new Action.OfStep(piece, new Step.Load(remember(classes))));
  }

  @Override
  public void redefine(ClassBytecodes[] classes) throws ClassInstallException {
    if (scratchNames.isPresent()) {
      own.compiled(classes);
      return;
    }
    if (!Arrays.stream(classes).allMatch(this::keepsShape)) {
      throw new ClassInstallException("its shape changed", new boolean[classes.length]);
    }
    recorded.add(new Action.OfRequest(new Command.Redefine(remember(classes))));
  }

  /** JShell names the class of a snippet {@code REPL.$JShell$12}, and nests the others in it. */
  private static String snippet(String className) {
    int end = className.indexOf('$', className.lastIndexOf("$JShell$") + "$JShell$".length());
    return end < 0 ? className : className.substring(0, end);
  }

  /** Returns the latest classes of a snippet, given the name of its own class. */
  public List<ClassBytes> current(String className) {
    return bySnippet.getOrDefault(className, List.of());
  }

  private boolean keepsShape(ClassBytecodes changed) {
    ClassBytes old = loaded.get(changed.name());
    return old != null && ClassShape.of(old.bytes()).equals(ClassShape.of(changed.bytecodes()));
  }

  private List<ClassBytes> remember(ClassBytecodes[] classes) {
    List<ClassBytes> list =
        Arrays.stream(classes).map(c -> new ClassBytes(c.name(), c.bytecodes())).toList();
    list.forEach(c -> loaded.put(c.name(), c));
    bySnippet.putAll(list.stream().collect(Collectors.groupingBy(c -> snippet(c.name()))));
    return list;
  }

  @Override
  public String invoke(String className, String methodName) {
    String name = scratchNames.map(names -> loadScratch(className, names)).orElse(className);
    recorded.add(new Action.OfStep(piece, new Step.Invoke(name, methodName, false)));
    return "";
  }

  private String loadScratch(String className, Map<String, String> names) {
    List<ClassBytes> classes = scratch.rename(className, names);
    coming.addAll(classes);
    recorded.add(new Action.OfStep(piece, new Step.Load(classes)));
    return scratch.latestName();
  }

  @Override
  public String varValue(String className, String varName) {
    return "";
  }

  @Override
  public void addToClasspath(String path) {
    if (path.equals(NOWHERE)) {
      return;
    }
    List<String> entries = List.of(path.split(File.pathSeparator, -1));
    classPath.addAll(entries);
    recorded.add(new Action.OfRequest(new Command.AddToClassPath(entries)));
  }

  @Override
  public void stop() {}

  @Override
  public Object extensionCommand(String command, Object arg) throws NotImplementedException {
    throw new NotImplementedException("no extension command " + command);
  }

  @Override
  public void close() {}
}
