package dev.weft.comm;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is said on a comm: JSON data, JSON metadata and binary buffers.
 *
 * <p>Values are what JSON knows: {@code Map} with string keys, {@code List}, {@code String}, {@code
 * Boolean}, numbers and null. Whole numbers arrive as {@code Long}, others as {@code Double}, and
 * those that fit neither as {@code BigInteger} or {@code BigDecimal}. The maps are unmodifiable
 * copies; the buffers' bytes are not copied and must not be changed.
 *
 * <pre>{@code
 * comm.send(CommData.of(Map.of("width", 2, "height", 1)).with(new byte[] {1, 2}));
 * }</pre>
 *
 * @param data the data, by name
 * @param metadata what is said about the data; mostly empty
 * @param buffers binary attachments, mostly none
 */
public record CommData(
    Map<String, @Nullable Object> data,
    Map<String, @Nullable Object> metadata,
    List<byte[]> buffers) {

  /** Keeps unmodifiable copies, in the order given. */
  public CommData {
    data = copy(data);
    metadata = copy(metadata);
    buffers = List.copyOf(buffers);
  }

  /** Returns data without metadata and buffers. */
  public static CommData of(Map<String, ? extends @Nullable Object> data) {
    return new CommData(copy(data), Map.of(), List.of());
  }

  /** Returns a copy with these buffers in place of its own. */
  public CommData with(byte[]... attached) {
    return new CommData(data, metadata, List.of(attached));
  }

  /** Returns a copy with this metadata in place of its own. */
  public CommData withMetadata(Map<String, ? extends @Nullable Object> replaced) {
    return new CommData(data, copy(replaced), buffers);
  }

  private static Map<String, @Nullable Object> copy(Map<String, ? extends @Nullable Object> map) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    map.forEach(copy::put);
    return Collections.unmodifiableMap(copy);
  }
}
