package dev.imagedb.embed.openclip;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.LongStream;

/// Reads the parts of `vision_cfg` that say which of timm's networks is the image tower, and what
/// follows it. `timm_model_kwargs` change a network as timm's own functions take them.
final class TrunkConfigReader {
  /// By what a network divides a picture's sides.
  private static final int STRIDE = 32;

  private final JsonFields vision;
  private final int imageSize;

  private TrunkConfigReader(JsonFields vision, int imageSize) {
    this.vision = vision;
    this.imageSize = imageSize;
  }

  static TrunkConfig read(JsonFields vision, int imageSize) {
    return new TrunkConfigReader(vision, imageSize).trunk();
  }

  private TrunkConfig trunk() {
    String name = vision.text("timm_model_name", "");
    return switch (name) {
      case "mobilenetv2_035" -> mobileNet(0.35, 1, false);
      case "mobilenetv2_050" -> mobileNet(0.5, 1, false);
      case "mobilenetv2_075" -> mobileNet(0.75, 1, false);
      case "mobilenetv2_100" -> mobileNet(1, 1, false);
      case "mobilenetv2_140" -> mobileNet(1.4, 1, false);
      case "mobilenetv2_110d" -> mobileNet(1.1, 1.2, true);
      case "mobilenetv2_120d" -> mobileNet(1.2, 1.4, true);
      case "convnext_tiny" -> convNext(96, 1e-6, 3, 3, 9, 3);
      case "convnext_small" -> convNext(96, 1e-6, 3, 3, 27, 3);
      case "convnext_base" -> convNext(128, 1e-6, 3, 3, 27, 3);
      case "convnext_large" -> convNext(192, 1e-6, 3, 3, 27, 3);
      case "convnext_xlarge" -> convNext(256, 1e-6, 3, 3, 27, 3);
      case "convnext_xxlarge" -> convNext(384, 1e-5, 3, 4, 30, 3);
      case "fastvit_mci0" -> smallFastVit(64, 2, 6, 10, 2);
      case "fastvit_mci1" -> smallFastVit(64, 4, 12, 20, 4);
      case "fastvit_mci2" -> smallFastVit(80, 4, 12, 24, 4);
      case "fastvit_mci3" -> largeFastVit(96, 2, 12, 24, 4, 2);
      case "fastvit_mci4" -> largeFastVit(128, 2, 12, 24, 4, 4);
      default -> throw vision.unsupported("the timm image tower " + name);
    };
  }

  private MobileNetConfig mobileNet(double width, double depth, boolean fixedEnds) {
    JsonFields options = options("pad_type");
    String padding = options.text("pad_type", "");
    if (!padding.isEmpty() && !padding.equals("same")) {
      throw options.unsupported("pad_type " + padding);
    }
    return new MobileNetConfig(
        side(), width, depth, fixedEnds, padding.equals("same"), TrunkHead.read(vision, "avg"));
  }

  private ConvNextConfig convNext(long width, double epsilon, long... blocks) {
    JsonFields options = options("depths", "dims", "norm_eps");
    return new ConvNextConfig(
        side(),
        counts(options, "depths", TowerFields.MOST_LAYERS, blocks),
        counts(options, "dims", TowerFields.LARGEST_WIDTH, doubling(width, blocks.length)),
        options.number("norm_eps", epsilon),
        TrunkHead.read(vision, "avg"));
  }

  private FastVitConfig smallFastVit(long width, long... blocks) {
    return fastVit(3, true, width, blocks);
  }

  /// MobileCLIP2's S3 and S4: a stage more, and without the gates.
  private FastVitConfig largeFastVit(long width, long... blocks) {
    return fastVit(4, false, width, blocks);
  }

  private FastVitConfig fastVit(int mlpRatio, boolean small, long width, long... blocks) {
    JsonFields options = options("layers", "embed_dims");
    long[] widths =
        counts(options, "embed_dims", TowerFields.LARGEST_WIDTH, doubling(width, blocks.length));
    FastVitConfig config =
        new FastVitConfig(
            side(),
            counts(options, "layers", TowerFields.MOST_LAYERS, blocks),
            widths,
            mlpRatio,
            small,
            small,
            !small,
            TrunkHead.read(vision, "avg"));
    if (!config.headsFit()) {
      throw options.unsupported("embed_dims " + Arrays.toString(widths));
    }
    return config;
  }

  private JsonFields options(String... known) {
    String key = "timm_model_kwargs";
    return vision.has(key)
        ? vision.fields(key, Set.of(known))
        : new JsonFields(key, new JsonObject(), Set.of());
  }

  private static long[] counts(JsonFields options, String key, int most, long[] otherwise) {
    return options.has(key) ? options.counts(key, otherwise.length, most) : otherwise;
  }

  private static long[] doubling(long first, int stages) {
    return LongStream.iterate(first, width -> 2 * width).limit(stages).toArray();
  }

  private int side() {
    if (imageSize < STRIDE) {
      throw vision.unsupported(
          "image_size " + imageSize + " in a network that divides it by " + STRIDE);
    }
    return imageSize;
  }
}
