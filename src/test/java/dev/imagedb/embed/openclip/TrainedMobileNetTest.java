package dev.imagedb.embed.openclip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.imagedb.embed.EmbedderOptions;
import dev.imagedb.embed.Precision;
import dev.imagedb.embed.Processor;
import dev.imagedb.image.ImageDecoder;
import dev.imagedb.image.RgbImage;
import dev.imagedb.image.Scale;
import dev.imagedb.image.UnreadableImageException;
import dev.imagedb.photo.ImageFormat;
import dev.imagedb.photo.Orientation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A MobileNetV2 that has learnt something, where one lies beside the project; skipped, saying so,
/// elsewhere.
final class TrainedMobileNetTest {
  private static final Path MODEL = Path.of("../shared/models/photo-timm");

  @Test
  void agreesWithTheReferenceOnPhotographs() throws IOException, UnreadableImageException {
    assertAgreement(EmbedderOptions.forQueries(Precision.FP32), 0.99999);
  }

  @Test
  void agreesWithTheReferenceOnPhotographsInBfloat16()
      throws IOException, UnreadableImageException {
    assertAgreement(new EmbedderOptions(Precision.BF16, 1, true), 0.999);
  }

  @Test
  void agreesWithTheReferenceOnPhotographsWhereInt8IsAskedFor()
      throws IOException, UnreadableImageException {
    assumeTrue(Processor.here().multipliesBytes(), "no 8-bit products in this processor");
    assertAgreement(new EmbedderOptions(Precision.INT8, 1, true), 0.99);
  }

  @Test
  void agreesWithTheReferenceOnSentences() throws IOException {
    JsonObject expected = expected("texts");
    try (OpenClipModel model = open(EmbedderOptions.forQueries(Precision.FP32))) {
      expected
          .asMap()
          .forEach(
              (sentence, vector) ->
                  assertThat(Vectors.cosine(model.embedText(sentence), Vectors.of(vector)))
                      .as(sentence)
                      .isGreaterThan(0.99999));
    }
  }

  private static void assertAgreement(EmbedderOptions options, double cosine)
      throws IOException, UnreadableImageException {
    JsonObject expected = expected("images");
    try (OpenClipModel model = open(options)) {
      for (Map.Entry<String, JsonElement> picture : expected.entrySet()) {
        RgbImage prepared = model.prepare(decoded(MODEL.resolve(picture.getKey())));

        assertThat(
                Vectors.cosine(
                    model.embedImages(List.of(prepared))[0], Vectors.of(picture.getValue())))
            .as(picture.getKey())
            .isGreaterThan(cosine);
      }
    }
  }

  private static OpenClipModel open(EmbedderOptions options) {
    return OpenClipModel.open(MODEL, "tested", false, options);
  }

  private static RgbImage decoded(Path file) throws IOException, UnreadableImageException {
    return new ImageDecoder(100_000_000)
        .decode(Files.readAllBytes(file), ImageFormat.JPEG, Orientation.UPRIGHT, new Scale.Full())
        .pixels();
  }

  private static JsonObject expected(String kind) throws IOException {
    Path file = MODEL.resolve("expected.json");
    assumeTrue(Files.isRegularFile(file), "no " + file);
    return JsonParser.parseString(Files.readString(file)).getAsJsonObject().getAsJsonObject(kind);
  }
}
