package dev.imagedb.embed;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// How sure a model is: it learned, with its weights, by how much cosines must be stretched to
/// become probabilities.
///
/// @param scale that a cosine is multiplied by: `exp(logit_scale)` of the checkpoint, 100 for most
///   models
/// @param bias that is then added (`logit_bias`); models with one were trained to judge each text
///   by itself (SigLIP), those without to choose the one text that fits (CLIP)
public record Temperature(double scale, @Nullable Double bias) {
  public Temperature {
    if (!Double.isFinite(scale) || scale <= 0) {
      throw new IllegalArgumentException("scale: " + scale);
    }
  }

  /// Whether each text is judged by itself, so that all may be likely at once, or none.
  public boolean judgesEachAlone() {
    return bias != null;
  }

  /// How likely each text is for a picture: a softmax over all, which adds up to 1, or a sigmoid of
  /// each where [#judgesEachAlone].
  ///
  /// @param cosines of the texts' vectors with the picture's, shape (texts)
  /// @return shape (texts)
  public double[] probabilities(double[] cosines) {
    Double offset = bias;
    return offset == null ? softmax(cosines) : sigmoids(cosines, offset);
  }

  /// The greatest is subtracted first, so that no exponential overflows.
  private double[] softmax(double[] cosines) {
    double greatest = Arrays.stream(cosines).max().orElse(0);
    double[] weights =
        Arrays.stream(cosines).map(cosine -> Math.exp(scale * (cosine - greatest))).toArray();
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> weight / sum).toArray();
  }

  private double[] sigmoids(double[] cosines, double offset) {
    return Arrays.stream(cosines)
        .map(cosine -> 1 / (1 + Math.exp(-(scale * cosine + offset))))
        .toArray();
  }
}
