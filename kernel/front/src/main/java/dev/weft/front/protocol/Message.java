package dev.weft.front.protocol;

import com.google.gson.JsonObject;
import java.util.List;

/**
 * One message of the Jupyter protocol.
 *
 * @param identities routing prefix: the client's identity, or the topic on iopub
 * @param parentHeader the parent's header as received, with fields that we do not know; an empty
 *     object without a parent
 * @param buffers binary attachments
 */
public record Message(
    List<byte[]> identities,
    Header header,
    JsonObject parentHeader,
    JsonObject metadata,
    JsonObject content,
    List<byte[]> buffers) {}
