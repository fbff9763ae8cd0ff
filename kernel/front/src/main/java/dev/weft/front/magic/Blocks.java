package dev.weft.front.magic;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/** Where in Java's blocks and statements a scan stands. */
final class Blocks {

  private static final Pattern SWITCH = Pattern.compile("\\bswitch\\b");

  private final String code;

  /** The open brackets, the innermost first. */
  private final Deque<Bracket> open = new ArrayDeque<>();

  /** Where the statement begins that the scan is in. */
  private int statementStart;

  /** The last sign that is neither blank nor comment; a semicolon before the first. */
  private char last = ';';

  private char beforeLast = ';';

  /** Whether the last sign ends a switch that is an expression. */
  private boolean closedSwitch;

  private record Bracket(char sign, int statementStart, boolean isSwitchExpression) {}

  Blocks(String code, int start) {
    this.code = code;
    statementStart = start;
  }

  /** Goes past a sign that is neither blank nor comment. */
  void passed(char sign, int at) {
    closedSwitch = false;
    switch (sign) {
      case '{' -> {
        open.push(new Bracket(sign, statementStart, isSwitchExpression(at)));
        statementStart = at + 1;
      }
      case '(', '[' -> open.push(new Bracket(sign, statementStart, false));
      case '}', ')', ']' -> close(sign, at);
      case ';' -> statementStart = inParentheses() ? statementStart : at + 1;
      default -> {}
    }
    beforeLast = last;
    last = sign;
  }

  private void close(char sign, int at) {
    while (sign == '}' && inParentheses()) {
      open.pop();
    }
    if (open.isEmpty()) {
      return;
    }
    Bracket closed = open.pop();
    if (sign == '}') {
      closedSwitch = closed.isSwitchExpression();
      statementStart = closedSwitch ? closed.statementStart() : at + 1;
    }
  }

  private boolean isSwitchExpression(int brace) {
    String head = code.substring(statementStart, brace).strip();
    return SWITCH.matcher(head).find() && !SWITCH.matcher(head).lookingAt();
  }

  private boolean inParentheses() {
    return !open.isEmpty() && open.peek().sign() != '{';
  }

  /** A statement has ended without a sign of its own. */
  void statementEnded(int at) {
    statementStart = at;
    beforeLast = ';';
    last = ';';
    closedSwitch = false;
  }

  /** Returns where the statement begins that the scan is in. */
  int statementStart() {
    return statementStart;
  }

  /** Returns whether the scan is within a block. */
  boolean isNested() {
    return !open.isEmpty();
  }

  /** Returns whether a new statement can begin here, and nothing can go on. */
  boolean isStatementStart() {
    return !inParentheses() && !closedSwitch && (last == ';' || last == '{' || last == '}');
  }

  /** Returns whether a line that begins here could go on with what stands before. */
  boolean isOpenStatement() {
    return !inParentheses() && !isStatementStart();
  }

  /** Returns whether the last sign assigns. */
  boolean assigns() {
    return last == '=' && "=!<>".indexOf(beforeLast) < 0 && !inParentheses();
  }
}
