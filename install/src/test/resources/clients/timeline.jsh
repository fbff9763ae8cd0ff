%%timeline Three threads, one lock and a child process
import java.util.concurrent.locks.*;
var lock = new ReentrantLock();
var workers = new ArrayList<Thread>();
for (int i = 0; i < 3; i++) {
    workers.add(Thread.ofPlatform().name("worker-" + i).start(() -> {
        lock.lock();
        try { Thread.sleep(40); } catch (InterruptedException e) { return; } finally { lock.unlock(); }
    }));
}
var kid = ChildProcess.start(() -> { Thread.sleep(50); return 1; });
for (var each : workers) each.join();
kid.join();
