package dev.imagedb.limit;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/// A drive whose server is gone: names can be read, and whoever asks for more waits for ever.
public final class DeadDrive {
  private static final Set<String> GIVES_ITSELF = Set.of("toAbsolutePath", "normalize");

  private DeadDrive() {}

  /// A path of that name on such a drive.
  public static Path path(Path name) {
    return (Path)
        Proxy.newProxyInstance(
            DeadDrive.class.getClassLoader(),
            new Class<?>[] {Path.class},
            (self, method, arguments) -> {
              if (method.getName().equals("getFileSystem")) {
                new CountDownLatch(1).await();
              }
              return GIVES_ITSELF.contains(method.getName())
                  ? self
                  : method.invoke(name, arguments);
            });
  }
}
