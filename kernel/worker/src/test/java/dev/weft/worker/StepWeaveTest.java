package dev.weft.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.step.StepObserver;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StepWeaveTest {

  private static final String SOURCE =
      """
      import java.util.*;
      import java.util.concurrent.locks.*;
      public class C {
        static int n; long wide = 5; String text = "t"; double[] all = {1.5};
        static final ReentrantLock lock = new ReentrantLock();
        static Map<String, Integer> map = new HashMap<>();
        public static void f() {
          n++;
          C c = new C();
          c.wide += 2;
          c.text = c.text + "u";
          c.all[0]++;
          synchronized (c) { n = 7; }
          lock.lock();
          lock.unlock();
          if (lock.tryLock()) { lock.unlock(); }
          map.put("a", 1);
        }
      }
      """;

  private final StepWeave steps = new StepWeave();
  private final ClassWeaver weaver =
      new ClassWeaver(List.of(new PublicWeave(), new StopWeave(), steps));

  /** Writes down what it is told. */
  private static final class Recorder implements StepObserver {
    private final List<String> seen = new ArrayList<>();

    @Override
    public void check() {}

    @Override
    public void hasRead(String what, @Nullable Object value) {
      if (!what.equals("C.lock") && !what.equals("C.map") && !what.equals("C.all")) {
        seen.add(what + " is " + value);
      }
    }

    @Override
    public void reads(String what) {
      if (what.startsWith("Map") || what.startsWith("Lock")) {
        seen.add(what);
      }
    }

    @Override
    public void writes(String what, @Nullable Object value) {
      seen.add(what + " becomes " + value);
    }

    @Override
    public void enters(Object lock) {
      seen.add("enters " + lock.getClass().getSimpleName());
    }

    @Override
    public void tried(Object lock, boolean taken) {
      seen.add("tried " + taken);
    }

    @Override
    public void left(Object lock) {
      seen.add("left " + lock.getClass().getSimpleName());
    }
  }

  @AfterEach
  void disarm() {
    StepCheck.observe(null);
  }

  @Test
  void tellsOfAllThatThreadsMayDoToEachOther() throws Exception {
    steps.want();
    SnippetLoader loader = new SnippetLoader(weaver);
    loader.add(SnippetCompiler.compile("C", SOURCE));
    Recorder recorder = new Recorder();
    StepCheck.observe(recorder);
    Object unused = loader.loadClass("C").getMethod("f").invoke(null);
    assertEquals(
        List.of(
            "C.n is 0",
            "C.n becomes 1",
            "C.wide is 5",
            "C.wide becomes 7",
            "C.text is t",
            "C.text becomes tu",
            "array element is 1.5",
            "array element becomes 2.5",
            "enters C",
            "C.n becomes 7",
            "left C",
            "enters ReentrantLock",
            "left ReentrantLock",
            "Lock.tryLock",
            "tried true",
            "left ReentrantLock",
            "Map.put"),
        recorder.seen);
  }

  @Test
  void leavesClassesAloneUntilItIsWanted() {
    byte[] bytes = SnippetCompiler.compile("C", SOURCE).getFirst().bytes();
    byte[] before = new ClassWeaver(List.of(new PublicWeave(), new StopWeave())).weave(bytes);
    assertEquals(before.length, weaver.weave(bytes).length);
    assertEquals(true, steps.want());
    assertEquals(true, weaver.weave(bytes).length > before.length);
    assertEquals(false, steps.want());
  }

  /** The JDK's own collections hold every shape of code that javac makes. */
  @Test
  void keepsCodeOfTheJdkVerifiable() throws IOException {
    steps.want();
    ClassFile verifier =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.defaultResolver()));
    Path folder =
        FileSystems.getFileSystem(URI.create("jrt:/"))
            .getPath("/modules/java.base/java/util/concurrent");
    int seen = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file :
          (Iterable<Path>) files.filter(f -> f.toString().endsWith(".class"))::iterator) {
        byte[] woven = weaver.weave(Files.readAllBytes(file));
        assertEquals(List.of(), verifier.verify(woven), file.toString());
        seen++;
      }
    }
    assertEquals(true, seen > 150, "classes seen: " + seen);
  }
}
