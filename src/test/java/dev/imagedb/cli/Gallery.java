package dev.imagedb.cli;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import javax.imageio.ImageIO;

/// A folder with two drawn pictures and an empty file, to run the program in.
final class Gallery {
  private static final Instant DRAWN = Instant.parse("2024-05-06T07:08:09Z");

  private Gallery() {}

  /// Draws `photos/dot.png`, `photos/wall.png` and the empty `photos/broken.jpg`.
  static void drawIn(Path folder) throws IOException {
    Path photos = Files.createDirectories(folder.resolve("photos"));
    draw(photos.resolve("dot.png"), 96, 64, true);
    draw(photos.resolve("wall.png"), 40, 30, false);
    Files.setLastModifiedTime(Files.createFile(photos.resolve("broken.jpg")), FileTime.from(DRAWN));
  }

  private static void draw(Path file, int width, int height, boolean dot) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(dot ? Color.WHITE : Color.BLUE);
    pen.fillRect(0, 0, width, height);
    if (dot) {
      pen.setColor(Color.RED);
      pen.fillOval(height / 4, height / 4, height / 2, height / 2);
    }
    pen.dispose();
    ImageIO.write(image, "png", file.toFile());
    Files.setLastModifiedTime(file, FileTime.from(DRAWN));
  }
}
