package dev.imagedb.duplicates;

import java.util.List;

/// Sums over vectors.
final class Vectors {
  private Vectors() {}

  /// Four sums at once: the processor does not wait for one before it begins the next.
  static float dot(float[] one, float[] other) {
    float first = 0;
    float second = 0;
    float third = 0;
    float fourth = 0;
    int i = 0;
    for (; i <= one.length - 4; i += 4) {
      first += one[i] * other[i];
      second += one[i + 1] * other[i + 1];
      third += one[i + 2] * other[i + 2];
      fourth += one[i + 3] * other[i + 3];
    }
    for (; i < one.length; i++) {
      first += one[i] * other[i];
    }
    return first + second + (third + fourth);
  }

  static float mean(float[] vector) {
    double sum = 0;
    for (float value : vector) {
      sum += value;
    }
    return (float) (sum / vector.length);
  }

  /// The middle of all vectors; there must be one.
  static float[] centre(List<float[]> vectors) {
    double[] sums = new double[vectors.getFirst().length];
    for (float[] vector : vectors) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += vector[i];
      }
    }
    float[] centre = new float[sums.length];
    for (int i = 0; i < sums.length; i++) {
      centre[i] = (float) (sums[i] / vectors.size());
    }
    return centre;
  }

  static float[] minus(float[] vector, float level) {
    float[] difference = vector.clone();
    for (int i = 0; i < difference.length; i++) {
      difference[i] -= level;
    }
    return difference;
  }

  /// The vector at length 1; of next to no length, it stays as it is.
  static float[] unit(float[] vector) {
    double length = Math.sqrt(dot(vector, vector));
    float[] unit = vector.clone();
    for (int i = 0; i < unit.length && length > 1e-6; i++) {
      unit[i] /= (float) length;
    }
    return unit;
  }
}
