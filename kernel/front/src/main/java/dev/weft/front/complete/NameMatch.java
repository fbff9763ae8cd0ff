package dev.weft.front.complete;

/** How well a name fits what has been typed. */
enum NameMatch {
  /** It begins with it. */
  PREFIX,
  /** It begins with it but for upper and lower case. */
  ANY_CASE,
  /** Its humps do, as those of {@code NullPointerException} with {@code NPE} or {@code NullPE}. */
  HUMPS,
  /** Not at all. */
  NONE;

  static NameMatch of(String typed, String name) {
    if (name.startsWith(typed)) {
      return PREFIX;
    }
    if (name.regionMatches(true, 0, typed, 0, typed.length())) {
      return ANY_CASE;
    }
    boolean humps = typed.chars().skip(1).anyMatch(Character::isUpperCase);
    return humps && humps(typed, 0, name, 0) ? HUMPS : NONE;
  }

  boolean fits() {
    return this != NONE;
  }

  /** Each upper-case letter typed begins a hump; other letters go on in the hump they are in. */
  private static boolean humps(String typed, int at, String name, int from) {
    if (at == typed.length()) {
      return true;
    }
    char c = typed.charAt(at);
    if (from < name.length() && name.charAt(from) == c && humps(typed, at + 1, name, from + 1)) {
      return true;
    }
    if (at == 0 || !Character.isUpperCase(c)) {
      return false;
    }
    int hump = name.indexOf(c, from);
    return hump >= 0 && humps(typed, at + 1, name, hump + 1);
  }
}
