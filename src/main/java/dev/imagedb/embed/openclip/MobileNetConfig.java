package dev.imagedb.embed.openclip;

import ai.djl.pytorch.jni.IValue;
import dev.imagedb.embed.Precision;
import java.util.List;

/// A MobileNetV2 (arXiv 1801.04381; `_gen_mobilenet_v2` in timm's efficientnet.py).
///
/// @param width what the paper's features are multiplied by
/// @param depth what the paper's repetitions are multiplied by, but for the first and last stage
/// @param fixedEnds whether stem and last features stay as in the paper
/// @param same whether pictures are padded as TensorFlow does it (`pad_type: same`)
record MobileNetConfig(
    int imageSize, double width, double depth, boolean fixedEnds, boolean same, TrunkHead head)
    implements TrunkConfig {

  private static final int[] FEATURES = {16, 24, 32, 64, 96, 160, 320};
  private static final int[] REPETITIONS = {1, 2, 3, 4, 3, 3, 1};
  private static final long[] STRIDES = {1, 2, 2, 2, 1, 2, 1};
  private static final int EXPANSION = 6;
  private static final int STEM_FEATURES = 32;
  private static final int LAST_FEATURES = 1280;

  @Override
  public TowerLayout layout(Weights weights, int dimension) {
    Folding folding = new Folding(weights);
    long stem = fixedEnds ? STEM_FEATURES : rounded(STEM_FEATURES);
    folding.normed(TRUNK + "conv_stem", TRUNK + "bn1", stem, 3, 3);
    long in = wantStages(folding, stem);
    long last = fixedEnds ? LAST_FEATURES : Math.max(LAST_FEATURES, rounded(LAST_FEATURES));
    folding.normedPatches(TRUNK + "conv_head", TRUNK + "bn2", last, in, 1);
    String layer = head.want(weights, TRUNK + "classifier", last, dimension);
    return new TowerLayout(
        folding.steps(),
        List.of("folding.py", "flattening.py", "patches.py", "trunk.py", "mobile_net.py"),
        () ->
            List.of(
                IValue.listFrom(blocks()),
                IValue.listFrom(STRIDES),
                IValue.from(same),
                IValue.from(layer)));
  }

  /// Always float32: rounded to bfloat16 between its narrow layers, a photograph's vector is off by
  /// 0.002 of the cosine, and no sooner there.
  @Override
  public Precision precision(Precision asked) {
    return Precision.FP32;
  }

  /// How many blocks each stage has.
  private long[] blocks() {
    long[] blocks = new long[REPETITIONS.length];
    for (int stage = 0; stage < blocks.length; stage++) {
      boolean end = stage == 0 || stage == blocks.length - 1;
      double scaled = end && fixedEnds ? REPETITIONS[stage] : REPETITIONS[stage] * depth;
      blocks[stage] = (long) Math.ceil(scaled);
    }
    return blocks;
  }

  private long wantStages(Folding folding, long stem) {
    long in = stem;
    long[] blocks = blocks();
    for (int stage = 0; stage < blocks.length; stage++) {
      long out = rounded(FEATURES[stage]);
      for (int block = 0; block < blocks[stage]; block++) {
        String prefix = TRUNK + "blocks." + stage + "." + block + ".";
        if (stage == 0) {
          wantSeparable(folding, prefix, in, out);
        } else {
          wantInvertedResidual(folding, prefix, in, out);
        }
        in = out;
      }
    }
    return in;
  }

  private static void wantSeparable(Folding folding, String prefix, long in, long out) {
    folding.normed(prefix + "conv_dw", prefix + "bn1", in, 1, 3);
    folding.normedPatches(prefix + "conv_pw", prefix + "bn2", out, in, 1);
  }

  private static void wantInvertedResidual(Folding folding, String prefix, long in, long out) {
    long wide = EXPANSION * in;
    folding.normedPatches(prefix + "conv_pw", prefix + "bn1", wide, in, 1);
    folding.normed(prefix + "conv_dw", prefix + "bn2", wide, 1, 3);
    folding.normedPatches(prefix + "conv_pwl", prefix + "bn3", out, wide, 1);
  }

  /// To a multiple of 8, but not by more than a tenth down (`make_divisible` in timm's helpers.py).
  private long rounded(int features) {
    double wanted = features * width;
    long rounded = Math.max(8, (long) (wanted + 4) / 8 * 8);
    return rounded < 0.9 * wanted ? rounded + 8 : rounded;
  }
}
