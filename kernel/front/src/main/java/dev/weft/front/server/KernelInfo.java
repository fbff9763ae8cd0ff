package dev.weft.front.server;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.weft.front.protocol.Session;

/** Answers kernel_info_request. */
final class KernelInfo {

  private KernelInfo() {}

  static JsonObject answer(String version) {
    JsonObject content = Answer.ok();
    content.addProperty("protocol_version", Session.PROTOCOL_VERSION);
    content.addProperty("implementation", "weft");
    content.addProperty("implementation_version", version);
    content.add("language_info", language());
    content.addProperty(
        "banner", "Weft %s, Java %s".formatted(version, System.getProperty("java.version")));
    content.add("help_links", helpLinks());
    content.add("supported_features", new JsonArray());
    content.addProperty("debugger", false);
    return content;
  }

  private static JsonObject language() {
    JsonObject language = new JsonObject();
    language.addProperty("name", "java");
    language.addProperty("version", System.getProperty("java.version"));
    language.addProperty("mimetype", "text/x-java-source");
    language.addProperty("file_extension", ".jshell");
    language.addProperty("codemirror_mode", "text/x-java");
    language.addProperty("pygments_lexer", "java");
    language.addProperty("nbconvert_exporter", "script");
    return language;
  }

  private static JsonArray helpLinks() {
    int release = Runtime.version().feature();
    String site = "https://docs.oracle.com/en/java/javase/%d/".formatted(release);
    JsonArray links = new JsonArray();
    links.add(link("Java %d API".formatted(release), site + "docs/api/"));
    links.add(link("Java %d documentation".formatted(release), site));
    links.add(link("Learn Java", "https://dev.java/learn/"));
    return links;
  }

  private static JsonObject link(String text, String url) {
    JsonObject link = new JsonObject();
    link.addProperty("text", text);
    link.addProperty("url", url);
    return link;
  }
}
