package dev.weft.runner.handout;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where links to other notebooks lead. */
enum Links {
  /** To the page beside. */
  PAGES {
    @Override
    String to(String name) {
      return name + ".html";
    }
  },
  /** To the chapter of the same page. */
  BOOK {
    @Override
    String to(String name) {
      return "#" + name;
    }
  };

  private static final Pattern NOTEBOOK = Pattern.compile("(?:\\./)?([^/:#?]+)\\.ipynb(#.*)?");

  /** The link to a notebook of that name. */
  abstract String to(String name);

  /**
   * Returns the destination as it is in a handout: links to notebooks beside lead to their pages.
   */
  String rewrite(String destination) {
    Matcher notebook = NOTEBOOK.matcher(destination);
    return notebook.matches() ? to(notebook.group(1).replace("%20", " ")) : destination;
  }
}
