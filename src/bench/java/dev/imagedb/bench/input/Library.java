package dev.imagedb.bench.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A folder of pictures.
public record Library(String name, Path folder) {

  /// How often each drawn picture lies in a library of photographs, under names of its own. What is
  /// measured are runs with `--force`, in which nobody takes one for the other.
  private static final int NAMES = 10;

  private static final List<String> SIZES =
      List.of(
          "500x375", "1024x683", "1600x1200", "2048x1536", "3000x2000", "4032x3024", "6000x4000");

  /// Photographs of 12 megapixels.
  public static Library photographs(int count) throws IOException, InterruptedException {
    return drawn("12-megapixels", count, _ -> "4000x3000");
  }

  /// Photographs of 0.2 to 24 megapixels, as they gather in people's folders.
  public static Library mixed(int count) throws IOException, InterruptedException {
    return drawn("mixed-sizes", count, number -> SIZES.get(number % SIZES.size()));
  }

  /// Photographs of 100 megapixels.
  public static Library large(int count) throws IOException, InterruptedException {
    return drawn("100-megapixels", count, _ -> "11600x8700");
  }

  /// The size of a picture, as width x height.
  @FunctionalInterface
  private interface Size {
    String of(int number);
  }

  private static Library drawn(String name, int count, Size size)
      throws IOException, InterruptedException {
    Path folder =
        Made.once(
            name + "-" + count,
            unfinished -> {
              int different = Math.ceilDiv(count, NAMES);
              for (int i = 0; i < different; i++) {
                String[] sides = size.of(i).split("x", 2);
                byte[] jpeg =
                    PhotographDrawer.jpeg(
                        Integer.parseInt(sides[0]), Integer.parseInt(sides[1]), i);
                Files.write(unfinished.resolve(fileName(i)), jpeg);
              }
              for (int i = different; i < count; i++) {
                Files.createLink(
                    unfinished.resolve(fileName(i)), unfinished.resolve(fileName(i % different)));
              }
            });
    return new Library(name, folder);
  }

  private static String fileName(int number) {
    return "%05d.jpg".formatted(number);
  }

  /// The pictures' paths, in order.
  public List<Path> files() throws IOException {
    try (Stream<Path> entries = Files.walk(folder)) {
      return entries.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
