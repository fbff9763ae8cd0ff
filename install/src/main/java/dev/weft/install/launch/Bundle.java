package dev.weft.install.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The jars nested in {@code weft.jar}, and a name that changes when any of them does. */
final class Bundle implements AutoCloseable {
  private static final String PREFIX = "weft/";

  private final JarFile jar;
  private final List<JarEntry> entries = new ArrayList<>();

  Bundle(Path file) throws IOException {
    jar = new JarFile(file.toFile());
    for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
      JarEntry entry = all.nextElement();
      if (entry.getName().startsWith(PREFIX) && !entry.isDirectory()) {
        entries.add(entry);
      }
    }
  }

  List<JarEntry> entries() {
    return entries;
  }

  /** The path of an entry below the folder that the bundle is unpacked to. */
  static String relative(JarEntry entry) {
    return entry.getName().substring(PREFIX.length());
  }

  InputStream open(JarEntry entry) throws IOException {
    return jar.getInputStream(entry);
  }

  /**
   * Version and hash of the entries' names, sizes and checksums, as the jar's directory has them.
   */
  String name() throws IOException {
    StringBuilder text = new StringBuilder();
    for (JarEntry entry : entries) {
      text.append(entry.getName()).append(' ').append(entry.getSize()).append(' ');
      text.append(entry.getCrc()).append('\n');
    }
    String version = jar.getManifest().getMainAttributes().getValue("Implementation-Version");
    return version + "-" + hash(text.toString());
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] bytes = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      StringBuilder hex = new StringBuilder();
      for (int i = 0; i < 6; i++) {
        hex.append(Character.forDigit((bytes[i] >> 4) & 15, 16));
        hex.append(Character.forDigit(bytes[i] & 15, 16));
      }
      return hex.toString();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JVM has SHA-256", impossible);
    }
  }

  @Override
  public void close() throws IOException {
    jar.close();
  }
}
