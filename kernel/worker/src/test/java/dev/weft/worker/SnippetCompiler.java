package dev.weft.worker;

import dev.weft.link.ClassBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles source in memory, as the front does for cells. */
final class SnippetCompiler {

  private SnippetCompiler() {}

  /** Compiles one source file and returns its classes. */
  static List<ClassBytes> compile(String className, String source) {
    return compile(className, source, System.getProperty("java.class.path"));
  }

  /** Compiles one source file against jars and folders. */
  static List<ClassBytes> compile(String className, String source, String classPath) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager standard = compiler.getStandardFileManager(null, null, null)) {
      Collector collector = new Collector(standard);
      String path = "string:///" + className.replace('.', '/') + ".java";
      JavaFileObject file =
          new SimpleJavaFileObject(URI.create(path), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
              return source;
            }
          };
      List<String> options = List.of("-proc:none", "-classpath", classPath);
      if (!compiler.getTask(messages, collector, null, options, null, List.of(file)).call()) {
        throw new AssertionError(messages + "\n" + source);
      }
      return collector.classes();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static final class Collector extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> outputs = new TreeMap<>();

    Collector(JavaFileManager standard) {
      super(standard);
    }

    List<ClassBytes> classes() {
      List<ClassBytes> classes = new ArrayList<>();
      outputs.forEach((name, bytes) -> classes.add(new ClassBytes(name, bytes.toByteArray())));
      return classes;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("mem:///" + name), kind) {
        @Override
        public OutputStream openOutputStream() {
          return outputs.computeIfAbsent(name, n -> new ByteArrayOutputStream());
        }
      };
    }
  }
}
