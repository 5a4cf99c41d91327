package dev.imagedb.labelling;

import dev.imagedb.embed.Embedder;
import dev.imagedb.embed.Temperature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/// Tells by a picture's vector which of some labels it shows, with no training but the model's own:
/// as OpenCLIP does it (`build_zero_shot_classifier` in its zero_shot_classifier.py). Safe for use
/// by many threads.
public final class ZeroShot {
  private final List<String> labels;
  private final float[][] vectors; // (labels, dimension), unit length
  private final Temperature temperature;

  private ZeroShot(List<String> labels, float[][] vectors, Temperature temperature) {
    this.labels = labels;
    this.vectors = vectors;
    this.temperature = temperature;
  }

  /// Embeds the labels.
  ///
  /// @param done is told after each label how many are embedded
  public static ZeroShot of(
      LabelList list, Templates templates, Embedder embedder, LongConsumer done) {
    List<float[]> vectors = new ArrayList<>();
    for (String label : list.labels()) {
      vectors.add(vector(templates.about(label), embedder));
      done.accept(vectors.size());
    }
    return new ZeroShot(list.labels(), vectors.toArray(float[][]::new), embedder.temperature());
  }

  /// The mean of the sentences' unit vectors, brought back to unit length.
  private static float[] vector(List<String> sentences, Embedder embedder) {
    double[] sum = new double[embedder.space().dimension()];
    for (String sentence : sentences) {
      float[] vector = embedder.embedText(sentence);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += vector[i];
      }
    }
    double square = 0;
    for (double number : sum) {
      square += number * number;
    }
    float[] unit = new float[sum.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (sum[i] / Math.sqrt(square));
    }
    return unit;
  }

  public List<String> labels() {
    return labels;
  }

  /// The unit vector of a label, as good a query as any: shape (dimension).
  public float[] vector(int label) {
    return vectors[label].clone();
  }

  /// Whether each label is judged by itself, and not as one of all.
  public boolean judgesEachAlone() {
    return temperature.judgesEachAlone();
  }

  /// All labels, the likeliest first; equally likely ones in the order in which they were given.
  ///
  /// @param picture a unit vector, shape (dimension)
  public List<LikelyLabel> judge(float[] picture) {
    double[] cosines = new double[vectors.length];
    for (int label = 0; label < cosines.length; label++) {
      cosines[label] = dot(vectors[label], picture);
    }
    double[] probabilities = temperature.probabilities(cosines);
    return IntStream.range(0, probabilities.length)
        .mapToObj(label -> new LikelyLabel(labels.get(label), probabilities[label]))
        .sorted(Comparator.comparingDouble(LikelyLabel::probability).reversed())
        .toList();
  }

  private static double dot(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (double) one[i] * other[i];
    }
    return sum;
  }
}
