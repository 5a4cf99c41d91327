package dev.imagedb.embed.openclip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.imagedb.embed.EmbedderOptions;
import dev.imagedb.embed.Precision;
import dev.imagedb.fault.UserException;
import dev.imagedb.image.ImageDecoder;
import dev.imagedb.image.RgbImage;
import dev.imagedb.image.Scale;
import dev.imagedb.image.UnreadableImageException;
import dev.imagedb.photo.ImageFormat;
import dev.imagedb.photo.Orientation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A whole model, words and pictures to vectors: the one that the program brings with it.
final class OpenClipModelTest {
  private static final Path BUILTIN =
      Path.of("src/main/resources/dev/imagedb/embed/models/builtin");

  /// What the model's training left of it, with the reference's vectors of pictures and sentences.
  private static final Path ORIGINAL = Path.of("../shared/models/photo-small");

  private static final OpenClipModel model = open();

  @AfterAll
  static void close() {
    model.close();
  }

  @Test
  void givesTheReferencesVectorOfASentence() {
    float[] vector = model.embedText("a dog runs through the grass");

    assertThat(vector).hasSize(256);
    assertThat(Vectors.length(vector)).isCloseTo(1, within(1e-5));
    assertThat(Arrays.copyOf(vector, 4))
        .containsExactly(
            new float[] {-0.116308f, -0.0433565f, 0.033947f, -0.0324506f}, within(2e-5f));
  }

  /// `model.logit_scale.exp()`, and no `logit_bias`, in open_clip_torch 3.3.0.
  @Test
  void isAsSureAsItsTrainingMadeIt() {
    assertThat(model.temperature().scale()).isCloseTo(16.634872, within(1e-5));
    assertThat(model.temperature().judgesEachAlone()).isFalse();
  }

  @Test
  void takesNoNoticeOfCaseAndWhiteSpace() {
    assertThat(model.embedText(" Two  MEN\nplaying football"))
        .containsExactly(model.embedText("two men playing football"), within(1e-6f));
  }

  @Test
  void givesAUnitVectorOfNoWordsAtAll() {
    assertThat(Vectors.length(model.embedText(""))).isCloseTo(1, within(1e-5));
  }

  @Test
  void givesNoVectorsOfNoPictures() {
    assertThat(model.embedImages(List.of())).isEmpty();
  }

  @Test
  void tellsItsSpace() {
    assertThat(model.space().model()).isEqualTo("tested");
    assertThat(model.space().dimension()).isEqualTo(256);
    assertThat(model.space().fingerprint()).matches("[0-9a-f]{64}");
    assertThat(model.sufficientScale()).isEqualTo(new Scale.ShorterSideAtLeast(384));
  }

  @Test
  void agreesWithTheReferenceOnSentences() throws IOException {
    expected("texts")
        .asMap()
        .forEach(
            (sentence, vector) ->
                assertThat(Vectors.cosine(model.embedText(sentence), Vectors.of(vector)))
                    .as(sentence)
                    .isGreaterThan(0.9999));
  }

  @Test
  void agreesWithTheReferenceOnPhotographs() throws IOException, UnreadableImageException {
    for (Map.Entry<String, JsonElement> picture : expected("images").entrySet()) {
      RgbImage prepared = model.prepare(decoded(ORIGINAL.resolve(picture.getKey())));

      assertThat(
              Vectors.cosine(
                  model.embedImages(List.of(prepared))[0], Vectors.of(picture.getValue())))
          .as(picture.getKey())
          .isGreaterThan(0.9999);
    }
  }

  @Test
  void opensWithDamagedWeightsNeverAndSaysWhy(@TempDir Path folder) throws IOException {
    Files.copy(BUILTIN.resolve("open_clip_config.json"), folder.resolve("open_clip_config.json"));
    Files.writeString(folder.resolve("tokenizer.json"), "{}");
    Path weights =
        Files.writeString(folder.resolve("open_clip_model.safetensors"), "version https");

    assertThatThrownBy(() -> OpenClipModel.open(folder, "x", false, options()).close())
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith(weights + " is no usable safetensors file: its header claims");
  }

  private static OpenClipModel open() {
    return OpenClipModel.open(BUILTIN, "tested", false, options());
  }

  private static EmbedderOptions options() {
    return EmbedderOptions.forQueries(Precision.FP32);
  }

  private static RgbImage decoded(Path file) throws IOException, UnreadableImageException {
    return new ImageDecoder(100_000_000)
        .decode(Files.readAllBytes(file), ImageFormat.JPEG, Orientation.UPRIGHT, new Scale.Full())
        .pixels();
  }

  private static JsonObject expected(String kind) throws IOException {
    Path file = ORIGINAL.resolve("expected.json");
    assumeTrue(Files.isRegularFile(file), "no " + file);
    return JsonParser.parseString(Files.readString(file)).getAsJsonObject().getAsJsonObject(kind);
  }
}
