package dev.weft.front.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Messages made wrong at random. */
public final class Mutations {
  private Mutations() {}

  /** Returns the frames with some removed, doubled, emptied, swapped or with other bytes. */
  public static List<byte[]> of(List<byte[]> good, Random random) {
    List<byte[]> frames = new ArrayList<>(good);
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes && !frames.isEmpty(); i++) {
      change(frames, random.nextInt(frames.size()), random);
    }
    if (frames.isEmpty()) {
      frames.add(new byte[0]);
    }
    return frames;
  }

  private static void change(List<byte[]> frames, int at, Random random) {
    switch (random.nextInt(6)) {
      case 0 -> frames.remove(at);
      case 1 -> frames.add(frames.get(at));
      case 2 -> frames.set(at, new byte[0]);
      case 3 -> frames.set(at, frames.get(random.nextInt(frames.size())));
      case 4 -> frames.set(at, garbage(random));
      default -> frames.set(at, oneByteChanged(frames.get(at), random));
    }
  }

  private static byte[] garbage(Random random) {
    byte[] bytes = new byte[random.nextInt(300)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] oneByteChanged(byte[] frame, Random random) {
    byte[] changed = frame.clone();
    if (changed.length > 0) {
      changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
    }
    return changed;
  }
}
