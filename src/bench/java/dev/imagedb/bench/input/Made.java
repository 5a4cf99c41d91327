package dev.imagedb.bench.input;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/// Folders that are made once. One that was not finished is made anew.
public final class Made {
  /// Where everything lies that is made for benchmarks, and by them.
  public static final Path FOLDER = Path.of("target", "benchmark").toAbsolutePath();

  private Made() {}

  /// Fills an empty folder.
  @FunctionalInterface
  public interface Filling {
    void fill(Path folder) throws IOException, InterruptedException;
  }

  public static Path once(String name, Filling filling) throws IOException, InterruptedException {
    Path folder = FOLDER.resolve(name);
    if (!Files.exists(folder)) {
      Path unfinished = FOLDER.resolve(name + ".unfinished");
      remove(unfinished);
      Files.createDirectories(unfinished);
      filling.fill(unfinished);
      Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }
    return folder;
  }

  /// A place for what a run makes anew: nothing lies there.
  public static Path nothing(String name) throws IOException {
    Path folder = FOLDER.resolve(name);
    remove(folder);
    return folder;
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes facts)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException failure)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
