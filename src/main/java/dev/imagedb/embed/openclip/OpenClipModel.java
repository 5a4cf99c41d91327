package dev.imagedb.embed.openclip;

import dev.imagedb.embed.Embedder;
import dev.imagedb.embed.EmbedderOptions;
import dev.imagedb.embed.ModelFacts;
import dev.imagedb.embed.Precision;
import dev.imagedb.embed.Temperature;
import dev.imagedb.embed.files.Fingerprint;
import dev.imagedb.embed.files.ModelFolder;
import dev.imagedb.embed.files.Safetensors;
import dev.imagedb.embed.files.ShardIndex;
import dev.imagedb.embed.tokenizer.TextTokenizer;
import dev.imagedb.fault.UserException;
import dev.imagedb.image.RgbImage;
import dev.imagedb.image.Scale;
import dev.imagedb.photo.VectorSpace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A model in OpenCLIP's file layout. Each half is loaded when it is first needed: a prompt does
/// not pay for the image tower, nor indexing for the text tower. Safe for use by many threads.
public final class OpenClipModel implements Embedder {
  /// So many times the model's input. At twice, thin lines of some photographs came out otherwise
  /// than from the whole picture, down to a cosine of 0.993; at three times the worst is 0.999.
  private static final int SUFFICIENT = 3;

  private final ModelFolder folder;
  private final OpenClipConfig config;
  private final Safetensors weights;
  private final VectorSpace space;
  private final Lazy<ImageTower> imageTower;
  private final Lazy<TextTower> textTower;
  private final Lazy<TextTokenizer> tokenizer;

  private OpenClipModel(
      ModelFolder folder, OpenClipConfig config, String name, EmbedderOptions options) {
    this.folder = folder;
    this.config = config;
    this.weights = Safetensors.open(folder.weights());
    this.space =
        new VectorSpace(
            name, Fingerprint.of(folder), config.dimension(), config.preprocessing().describe());
    this.imageTower =
        new Lazy<>(
            () ->
                Calibration.load(
                    options,
                    config.preprocessing().size(),
                    chosen -> ImageTower.load(weights, config, chosen)));
    this.textTower = new Lazy<>(() -> TextTower.load(weights, config, options));
    this.tokenizer = new Lazy<>(() -> config.text().openTokenizer(folder.tokenizer()));
  }

  /// Opens a model folder. Reads its config and the weights' header; the rest when it is needed.
  ///
  /// @param name what the model is called in a database
  /// @param padded whether pictures are padded to a white square instead of what the config says
  /// @throws dev.imagedb.fault.UserException where a file is missing, damaged or of another model,
  ///   or the config asks for what is not supported
  public static OpenClipModel open(
      Path folder, String name, boolean padded, EmbedderOptions options) {
    ModelFolder checked = ModelFolder.check(folder);
    OpenClipConfig config = ConfigReader.read(checked.config());
    return new OpenClipModel(checked, padded ? config.padded() : config, name, options);
  }

  /// Whether a folder holds all files of a model. Python leaves out the tokenizer where it brings
  /// its own.
  public static boolean isComplete(Path folder) {
    try {
      ModelFolder.complete(folder);
      return true;
    } catch (UserException missing) {
      return false;
    }
  }

  /// Checks that a config asks for nothing that is not supported.
  ///
  /// @throws dev.imagedb.fault.UserException that names what is not
  public static void checkConfig(Path file) {
    ConfigReader.read(file);
  }

  /// The files that an index of split weights names, all of them beside it.
  ///
  /// @throws dev.imagedb.fault.UserException where it is no such index
  public static List<String> shards(Path index) {
    return ShardIndex.read(index);
  }

  @Override
  public VectorSpace space() {
    return space;
  }

  @Override
  public Precision precision() {
    return imageTower.get().precision();
  }

  /// OpenCLIP keeps the scale's logarithm, and a bias only in models that were trained with a
  /// sigmoid (`CustomTextCLIP` in OpenCLIP's model.py).
  @Override
  public Temperature temperature() {
    Weights numbers = new Weights(weights);
    float logarithm =
        numbers
            .number("logit_scale")
            .orElseThrow(
                () ->
                    UserException.failed(
                        "the model " + space.model() + " has no logit_scale, so no probabilities",
                        "use a model as OpenCLIP publishes it"));
    Optional<Double> bias = numbers.number("logit_bias").map(Float::doubleValue);
    return new Temperature(Math.exp(logarithm), bias.orElse(null));
  }

  @Override
  public Scale sufficientScale() {
    return new Scale.ShorterSideAtLeast(SUFFICIENT * config.preprocessing().size());
  }

  @Override
  public RgbImage prepare(RgbImage upright) {
    return config.preprocessing().fit(upright);
  }

  @Override
  public float[][] embedImages(List<RgbImage> prepared) {
    return prepared.isEmpty() ? new float[0][] : imageTower.get().embed(prepared);
  }

  @Override
  public float[] embedText(String text) {
    loadForTexts();
    return textTower.get().embed(config.text().seen(tokenizer.get().encode(text)));
  }

  @Override
  public void loadForPictures() {
    imageTower.get();
  }

  /// The tokenizer's library and libtorch, which each take a quarter of a second, side by side.
  @Override
  public void loadForTexts() {
    if (tokenizer.isMade()) {
      return;
    }
    Thread loading = Thread.ofPlatform().start(tokenizer::warmUp);
    textTower.get();
    try {
      loading.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// What the model is, in words and numbers.
  public ModelFacts facts() {
    ModelDescription description = ModelDescription.of(folder.config());
    boolean judges = weights.tensor("logit_scale").isPresent();
    return new ModelFacts(
        description.imageTower(),
        description.textTower(),
        config.dimension(),
        space.preprocessing(),
        config.text().contextLength(),
        ModelDescription.count(weights.tensors().values()),
        ModelDescription.types(weights.tensors().values()),
        space.fingerprint(),
        judges ? temperature() : null);
  }

  /// Where the model's files lie.
  public Path location() {
    return folder.path();
  }

  @Override
  public void close() {
    imageTower.close();
    textTower.close();
    tokenizer.close();
    weights.close();
  }

  /// A part that is made when it is first asked for, once.
  private static final class Lazy<T extends AutoCloseable> {
    private final Supplier<T> maker;
    private @Nullable T value;

    Lazy(Supplier<T> maker) {
      this.maker = maker;
    }

    synchronized T get() {
      if (value == null) {
        value = maker.get();
      }
      return value;
    }

    synchronized boolean isMade() {
      return value != null;
    }

    /// Makes it ahead of time; a failure is told when it is asked for.
    void warmUp() {
      try {
        get();
      } catch (RuntimeException _) {
        // [#get] fails again in the thread that needs it.
      }
    }

    synchronized void close() {
      if (value != null) {
        try {
          value.close();
        } catch (Exception e) {
          throw new IllegalStateException("a part of the model cannot be closed", e);
        }
        value = null;
      }
    }
  }
}
