package dev.weft.front.protocol;

import com.google.gson.JsonObject;

/** Takes messages that have arrived and are genuine. */
public interface MessageHandler {

  /**
   * Takes one message; called by the thread that owns the sockets, so it only hands over.
   *
   * @param rawHeader the header as received, which becomes the parent header of every answer
   */
  void received(Channel channel, Message message, JsonObject rawHeader);
}
