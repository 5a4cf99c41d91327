package dev.imagedb.embed.openclip;

import com.google.gson.JsonElement;
import java.util.Arrays;
import java.util.List;

/// Vectors in the tests.
final class Vectors {
  private Vectors() {}

  /// Ids as a tower's whole context, padded as is usual for it.
  static long[] context(TextConfig text, long[] ids) {
    return context(text.contextLength(), text.usualPadding().orElse(0L), ids);
  }

  /// Ids as a context of this length: the last is kept where there are too many.
  static long[] context(int length, long padding, long... ids) {
    long[] context = Arrays.copyOf(ids, length);
    Arrays.fill(context, Math.min(ids.length, length), length, padding);
    if (ids.length > length) {
      context[length - 1] = ids[ids.length - 1];
    }
    return context;
  }

  static float[] of(JsonElement array) {
    List<JsonElement> numbers = array.getAsJsonArray().asList();
    float[] vector = new float[numbers.size()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = numbers.get(i).getAsFloat();
    }
    return vector;
  }

  static double cosine(float[] one, float[] other) {
    return dot(one, other) / Math.sqrt(dot(one, one) * dot(other, other));
  }

  static double length(float[] vector) {
    return Math.sqrt(dot(vector, vector));
  }

  private static double dot(float[] one, float[] other) {
    if (one.length != other.length) {
      throw new IllegalArgumentException("dimensions: " + one.length + " != " + other.length);
    }
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (double) one[i] * other[i];
    }
    return sum;
  }
}
