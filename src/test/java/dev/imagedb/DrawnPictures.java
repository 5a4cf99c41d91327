package dev.imagedb;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// Small pictures, each of which is another.
final class DrawnPictures {
  private static final int SIDE = 64;

  private DrawnPictures() {}

  /// Draws `FIRST.png` up to before `END.png` in a folder.
  static void draw(Path folder, int first, int end) throws IOException {
    Files.createDirectories(folder);
    for (int i = first; i < end; i++) {
      draw(folder.resolve(i + ".png"), i * 0x010305);
    }
  }

  private static void draw(Path file, int colour) throws IOException {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < SIDE * SIDE; i++) {
      image.setRGB(i % SIDE, i / SIDE, colour);
    }
    ImageIO.write(image, "png", file.toFile());
  }
}
