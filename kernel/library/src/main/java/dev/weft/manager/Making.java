package dev.weft.manager;

/** What a manager can be asked for from other processes: new objects. */
interface Making {

  /** Adds an object and returns what it is reached by. */
  Remote make(Class<?> type, Object target);
}
