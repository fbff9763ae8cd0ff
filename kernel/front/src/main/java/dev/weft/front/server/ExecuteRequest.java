package dev.weft.front.server;

import com.google.gson.JsonObject;

/** The content of an execute_request. */
record ExecuteRequest(
    String code,
    boolean silent,
    boolean storeHistory,
    JsonObject userExpressions,
    boolean allowStdin,
    boolean stopOnError) {

  static ExecuteRequest of(Fields fields) {
    boolean silent = fields.flag("silent", false);
    return new ExecuteRequest(
        fields.text("code"),
        silent,
        fields.flag("store_history", true) && !silent,
        fields.object("user_expressions"),
        fields.flag("allow_stdin", false),
        fields.flag("stop_on_error", true));
  }
}
