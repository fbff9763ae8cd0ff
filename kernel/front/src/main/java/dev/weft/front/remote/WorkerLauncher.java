package dev.weft.front.remote;

/** Starts workers. */
public interface WorkerLauncher {

  /** Starts a worker and returns without waiting for it; a failure is told to the listener. */
  Worker launch(WorkerListener listener);

  /** Returns what starts JVMs with those options. */
  static WorkerLauncher of(WorkerOptions options) {
    return listener -> WorkerProcess.start(options, listener);
  }
}
