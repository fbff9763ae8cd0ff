package dev.weft.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Programs that tests start in JVMs of their own. */
final class TestPrograms {

  private TestPrograms() {}

  /** Starts a main class of the tests, with this JVM's class path. */
  static ProcessBuilder builder(List<String> options, Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  /** Starts a child that computes, tells its process number, and waits. */
  static final class Parent {
    private Parent() {}

    public static void main(String[] arguments) throws Exception {
      ChildProcess<Void> child =
          ChildProcess.start(
              () -> {
                System.out.println(ProcessHandle.current().pid());
                long n = 0;
                while (n >= 0) {
                  n = (n + 1) & Long.MAX_VALUE;
                }
              });
      child.join();
    }
  }

  /** Has a worker that computes and one that has nothing to do. */
  static final class PoolParent {
    private PoolParent() {}

    public static void main(String[] arguments) throws Exception {
      var pool = new ProcessPool(2);
      pool.map(Range.range(2), i -> Thread.currentThread().isInterrupted());
      pool.submit(
              () -> {
                System.out.println("busy");
                long n = 0;
                while (n >= 0) {
                  n = (n + 1) & Long.MAX_VALUE;
                }
              })
          .get();
    }
  }

  /** A program whose lambdas are of types that are not serializable. */
  static final class Plain {
    private Plain() {}

    public static void main(String[] arguments) throws Exception {
      int captured = 40;
      Callable<Integer> task = () -> captured + 2;
      System.out.println(ChildProcess.start(task).result());
    }
  }

  /** Returns all that a program prints; waits for its end. */
  static String output(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return text;
  }
}
