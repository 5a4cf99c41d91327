package dev.imagedb.embed.models;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import dev.imagedb.embed.Embedder;
import dev.imagedb.image.RgbImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;

/// The first numbers of the vectors that the reference gives for one picture and one text with the
/// built-in model. The picture is drawn by a formula that `src/test/reference/golden_values.py`,
/// which makes the values, has too.
@SuppressWarnings("ArrayRecordComponent") // never compared
record GoldenValues(String text, float[] image, float[] words) {
  /// How far a number may be off: in a unit vector of 256 they are of about 0.06.
  static final double TOLERANCE = 1e-3;

  static final String ANY_TEXT = "a photo";

  private static final int WIDTH = 203;
  private static final int HEIGHT = 151;

  /// Of the built-in model.
  static GoldenValues builtin() {
    try (InputStream in = GoldenValues.class.getResourceAsStream("golden-values.json")) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its golden values");
      }
      return new Gson().fromJson(new InputStreamReader(in, UTF_8), GoldenValues.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The greatest difference between one of these numbers and the model's.
  double worstDifference(Embedder model) {
    return Math.max(
        difference(image, imageVector(model)), difference(words, model.embedText(text)));
  }

  /// The vector of the drawn picture, shape (dimension).
  static float[] imageVector(Embedder model) {
    return model.embedImages(List.of(model.prepare(picture())))[0];
  }

  /// Two slopes and a hyperbola: every filter and every channel has something to do.
  private static RgbImage picture() {
    byte[] rgb = new byte[WIDTH * HEIGHT * 3];
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      int x = i % WIDTH;
      int y = i / WIDTH;
      rgb[3 * i] = (byte) x;
      rgb[3 * i + 1] = (byte) (y * 3 / 2);
      rgb[3 * i + 2] = (byte) (x * y / 128);
    }
    return new RgbImage(WIDTH, HEIGHT, rgb);
  }

  private static double difference(float[] golden, float[] vector) {
    double worst = 0;
    for (int i = 0; i < golden.length; i++) {
      worst = Math.max(worst, Math.abs(golden[i] - vector[i]));
    }
    return worst;
  }
}
