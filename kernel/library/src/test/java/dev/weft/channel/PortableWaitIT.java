package dev.weft.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weft.manager.ManagedMap;
import dev.weft.manager.Manager;
import dev.weft.process.ChildProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Queues, pipes and managers where the system offers neither futex nor Unix-domain sockets. */
@Timeout(180)
class PortableWaitIT {

  /** What runs in a JVM that does without them. */
  static final class Main {
    private Main() {}

    public static void main(String[] arguments) throws Exception {
      ProcessQueue<Integer> queue = new ProcessQueue<>(3);
      ProcessPipe<Integer> pipe = ProcessPipe.open();
      PipeEnd<Integer> there = pipe.second();
      try (Manager manager = new Manager()) {
        ManagedMap<String, Integer> map = manager.newMap();
        var child =
            ChildProcess.start(
                () -> {
                  int sum = 0;
                  for (int i = 0; i < 1000; i++) {
                    sum += queue.take();
                  }
                  there.send(sum);
                  map.merge("received", there.receive(), Integer::sum);
                });
        for (int i = 0; i < 1000; i++) {
          queue.put(i);
        }
        int sum = pipe.first().receive();
        pipe.first().send(sum + 1);
        child.result();
        child.join();
        System.out.println(sum + " " + map);
      }
      try {
        pipe.first().receive();
      } catch (java.io.EOFException e) {
        System.out.println("end");
      }
      queue.close();
    }
  }

  private static String run(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return text;
  }

  @Test
  void theResultIsTheSame() throws Exception {
    assertEquals(
        "499500 {received=499501}\nend\n",
        run("-Ddev.weft.waiting=portable", "-Dweft.manager.tcp=true"));
  }
}
