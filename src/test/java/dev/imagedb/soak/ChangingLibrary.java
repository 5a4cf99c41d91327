package dev.imagedb.soak;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.imageio.ImageIO;

/// Drawn pictures of up to a megapixel, some of which are others each time that one looks, and
/// always about as many.
final class ChangingLibrary {
  private static final int SMALLEST = 64;
  private static final int LARGEST = 1_000;
  private static final int SHAPES = 12;

  private final Path folder;
  private final Random random;
  private final List<Path> pictures = new ArrayList<>();
  private int drawn;

  ChangingLibrary(Path folder, Random random) {
    this.folder = folder;
    this.random = random;
  }

  Path folder() {
    return folder;
  }

  Set<Path> pictures() {
    return Set.copyOf(pictures);
  }

  void add(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      Path picture = newPath();
      draw(picture);
      pictures.add(picture);
    }
  }

  void delete(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      Files.delete(pictures.remove(random.nextInt(pictures.size())));
    }
  }

  /// Draws something else in the same files.
  void change(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      draw(any());
    }
  }

  void move(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      Path picture = pictures.remove(random.nextInt(pictures.size()));
      Path elsewhere = newPath(extension(picture));
      Files.createDirectories(elsewhere.getParent());
      pictures.add(Files.move(picture, elsewhere));
    }
  }

  Path any() {
    return pictures.get(random.nextInt(pictures.size()));
  }

  private Path newPath() {
    return newPath(random.nextBoolean() ? "jpg" : "png");
  }

  private Path newPath(String extension) {
    return folder.resolve("%d/%d.%s".formatted(drawn % 7, drawn++, extension));
  }

  private static String extension(Path picture) {
    String name = picture.toString();
    return name.substring(name.length() - 3);
  }

  private void draw(Path file) throws IOException {
    BufferedImage image = new BufferedImage(side(), side(), BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    for (int i = 0; i < SHAPES; i++) {
      pen.setColor(new Color(random.nextInt(0x1000000)));
      pen.fillOval(random.nextInt(image.getWidth()), random.nextInt(image.getHeight()), 300, 200);
    }
    pen.dispose();
    Files.createDirectories(file.getParent());
    ImageIO.write(image, extension(file), file.toFile());
  }

  private int side() {
    return SMALLEST + random.nextInt(LARGEST - SMALLEST);
  }
}
