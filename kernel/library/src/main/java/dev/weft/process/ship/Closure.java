package dev.weft.process.ship;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds what code needs, by walking through the class files of a book.
 *
 * <p>A wrapper holds a cell's methods and variables, of which only those that are named count;
 * another class counts as a whole. What was read of a class is kept for as long as the class is the
 * same. Safe for use by several threads.
 */
final class Closure {

  private final ClassBook book;
  private final Map<String, ClassUses> read = new ConcurrentHashMap<>();
  private final Map<Member, Answer> answers = new ConcurrentHashMap<>();

  Closure(ClassBook book) {
    this.book = book;
  }

  /** Needs that hold for as long as the class files are these. */
  private record Answer(Needs needs, Map<String, byte[]> basis) {}

  /** Returns what a method needs, and so the class that declares it. */
  Needs ofMethod(String owner, String name, String descriptor) {
    Member start = new Member(owner, name, descriptor);
    Answer answer = answers.get(start);
    if (answer == null || !isCurrent(answer)) {
      answer = new Walk().from(start);
      answers.put(start, answer);
    }
    return answer.needs();
  }

  /** Returns what a whole class needs. */
  Needs ofClass(String name) {
    return ofMethod(name, "", "");
  }

  private boolean isCurrent(Answer answer) {
    for (Map.Entry<String, byte[]> each : answer.basis().entrySet()) {
      if (book.bytes(each.getKey()) != each.getValue()) {
        return false;
      }
    }
    return true;
  }

  private final class Walk {
    private final Set<String> classes = new LinkedHashSet<>();
    private final Set<StaticField> fields = new LinkedHashSet<>();
    private final Set<StaticField> setFields = new LinkedHashSet<>();
    private final Set<Member> seen = new HashSet<>();
    private final Deque<Member> left = new ArrayDeque<>();

    Answer from(Member start) {
      left.add(start);
      while (!left.isEmpty()) {
        Member next = left.remove();
        if (seen.add(next)) {
          visit(next);
        }
      }
      Map<String, byte[]> basis = new ConcurrentHashMap<>();
      for (String each : classes) {
        byte[] bytes = book.bytes(each);
        if (bytes != null) {
          basis.put(each, bytes);
        }
      }
      return new Answer(new Needs(classes, fields, setFields), basis);
    }

    private void visit(Member member) {
      byte[] bytes = book.bytes(member.owner());
      if (bytes == null) {
        return;
      }
      classes.add(member.owner());
      boolean wrapper = book.isWrapper(member.owner());
      ClassUses uses = uses(member.owner(), bytes, wrapper);
      CodeUses code = wrapper ? uses.method(member.name(), member.descriptor()) : uses.all();
      if (code != null) {
        follow(code);
      }
    }

    private void follow(CodeUses code) {
      for (String each : code.classes) {
        left.add(new Member(each, "", ""));
      }
      for (Member each : code.methods) {
        if (book.isWrapper(each.owner())) {
          left.add(each);
        }
      }
      addFields(code.fields, fields);
      addFields(code.setFields, setFields);
    }

    private void addFields(Set<Member> named, Set<StaticField> to) {
      for (Member each : named) {
        if (book.bytes(each.owner()) != null) {
          StaticField.find(book, each.owner(), each.name()).ifPresent(to::add);
        }
      }
    }

    private ClassUses uses(String name, byte[] bytes, boolean wrapper) {
      ClassUses known = read.get(name);
      if (known == null || known.bytes != bytes) {
        known = ClassUses.read(bytes, wrapper);
        read.put(name, known);
      }
      return known;
    }
  }
}
