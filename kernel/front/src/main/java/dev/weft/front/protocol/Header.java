package dev.weft.front.protocol;

/**
 * The header of a message.
 *
 * @param messageId {@code msg_id}
 * @param session id of the sender's session
 * @param username may be empty
 * @param date ISO 8601 with zone; may be empty in messages received
 * @param messageType {@code msg_type}
 * @param version version of the protocol
 */
public record Header(
    String messageId,
    String session,
    String username,
    String date,
    String messageType,
    String version) {}
