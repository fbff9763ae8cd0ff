package dev.weft.manager;

import java.io.Serializable;

/**
 * Where a manager is reached.
 *
 * @param place path of its socket, or {@code tcp:} and its port
 * @param token what a client must know to be let in
 * @param pid the process that it lives in
 */
record Address(String place, String token, long pid) implements Serializable {

  static final String TCP = "tcp:";

  /** Without the token, which is a secret. */
  @Override
  public String toString() {
    return "manager of process " + pid;
  }
}
