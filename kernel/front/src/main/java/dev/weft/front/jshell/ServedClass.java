package dev.weft.front.jshell;

import dev.weft.link.ClassBytes;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.classfile.AccessFlags;
import java.lang.classfile.ClassFile;
import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A class of the notebook, for a compiler that has not compiled it. */
final class ServedClass extends SimpleJavaFileObject {

  /** JShell puts the classes of all snippets into it. */
  static final String PACKAGE = "REPL";

  private final String name;
  private final byte[] bytes;

  private ServedClass(String name, byte[] bytes) {
    super(URI.create("weft:///" + name.replace('.', '/') + ".class"), Kind.CLASS);
    this.name = name;
    this.bytes = bytes;
  }

  /** Returns a class as a public one: JShell checks imports in another package. */
  static ServedClass ofPublic(ClassBytes given) {
    ClassFile files = ClassFile.of();
    byte[] bytes =
        files.transformClass(
            files.parse(given.bytes()),
            (builder, element) -> {
              if (element instanceof AccessFlags flags) {
                builder.withFlags(flags.flagsMask() | ClassFile.ACC_PUBLIC);
              } else {
                builder.with(element);
              }
            });
    return new ServedClass(given.name(), bytes);
  }

  String binaryName() {
    return name;
  }

  @Override
  public InputStream openInputStream() {
    return new ByteArrayInputStream(bytes);
  }
}
