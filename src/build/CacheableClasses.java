import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.constant.ClassDesc;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/// Rewrites the classes of a jar in Java 8's format, where they are older than that: Java's
/// ahead-of-time cache takes none from before Java 6. They get maps of their stack frames (JVMS
/// 4.7.4) and do what they did; the manifest says so. A second time changes nothing.
public final class CacheableClasses {
  private static final ClassTransform UPDATE =
      ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)
          .andThen(CacheableClasses::update);

  private final Path root;
  private final ClassFile format;

  private CacheableClasses(Path root) {
    this.root = root;
    ClassHierarchyResolver own = ClassHierarchyResolver.ofResourceParsing(this::find);
    this.format =
        ClassFile.of(
            ClassHierarchyResolverOption.of(own.orElse(ClassHierarchyResolver.defaultResolver())));
  }

  /// @param args the jar
  public static void main(String[] args) throws IOException {
    try (FileSystem jar = FileSystems.newFileSystem(Path.of(args[0]))) {
      CacheableClasses classes = new CacheableClasses(jar.getPath("/"));
      classes.rewrite();
      classes.note();
    }
  }

  private void rewrite() throws IOException {
    List<Path> classes;
    try (Stream<Path> files = Files.walk(root)) {
      classes = files.filter(file -> file.toString().endsWith(".class")).toList();
    }
    for (Path file : classes) {
      ClassModel old = format.parse(file);
      if (old.majorVersion() < ClassFile.JAVA_8_VERSION) {
        Files.write(file, format.transformClass(old, UPDATE));
      }
    }
  }

  private void note() throws IOException {
    Path file = root.resolve("META-INF/MANIFEST.MF");
    Manifest manifest;
    try (InputStream in = Files.newInputStream(file)) {
      manifest = new Manifest(in);
    }
    manifest
        .getMainAttributes()
        .putValue("Changed-By-Imagedb", "class files are in Java 8's format");
    try (OutputStream out = Files.newOutputStream(file)) {
      manifest.write(out);
    }
  }

  private static void update(ClassBuilder builder, ClassElement element) {
    builder.with(
        element instanceof ClassFileVersion
            ? ClassFileVersion.of(ClassFile.JAVA_8_VERSION, 0)
            : element);
  }

  private InputStream find(ClassDesc type) {
    Path file = root.resolve(type.descriptorString().replaceAll("^L|;$", "") + ".class");
    try {
      return Files.exists(file) ? Files.newInputStream(file) : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
