package dev.weft.runner;

import com.google.gson.JsonObject;

/** What a notebook says about the language of its code cells. */
final class LanguageInfo {
  static final String LANGUAGE = "java";

  private LanguageInfo() {}

  static JsonObject toJson() {
    JsonObject info = new JsonObject();
    info.addProperty("codemirror_mode", "text/x-java");
    info.addProperty("file_extension", ".jshell");
    info.addProperty("mimetype", "text/x-java-source");
    info.addProperty("name", LANGUAGE);
    info.addProperty("nbconvert_exporter", "script");
    info.addProperty("pygments_lexer", "java");
    info.addProperty("version", System.getProperty("java.version"));
    return info;
  }
}
