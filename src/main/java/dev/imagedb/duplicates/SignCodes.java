package dev.imagedb.duplicates;

import java.util.Random;

/// Short codes for directions, alike for vectors that point in nearly the same one.
///
/// A vector is turned at random, and the sign of each of its coordinates is a bit: two vectors at
/// an angle of a agree in a bit with a probability of 1 - a/pi (Charikar, "Similarity Estimation
/// Techniques from Rounding Algorithms", 2002). To turn it takes three rounds of random signs and a
/// fast Walsh-Hadamard transform (Andoni et al., "Practical and Optimal LSH for Angular Distance",
/// 2015, section 4): some thousand additions, where a random matrix would take a quarter of a
/// million multiplications.
final class SignCodes {
  private static final int ROUNDS = 3;

  private final int size;
  private final float[][] signs; // (ROUNDS, size)

  /// One way to turn vectors.
  ///
  /// @param seed the same gives the same codes
  SignCodes(int dimension, long seed) {
    this.size = Math.max(Integer.SIZE, Integer.highestOneBit(2 * dimension - 1));
    this.signs = new float[ROUNDS][size];
    Random random = new Random(seed);
    for (float[] round : signs) {
      for (int i = 0; i < size; i++) {
        round[i] = random.nextBoolean() ? 1 : -1;
      }
    }
  }

  /// How many codes there are of a vector.
  int count() {
    return size / Integer.SIZE;
  }

  /// The codes of a vector, seen from a centre.
  int[] of(float[] vector, float[] centre) {
    float[] turned = new float[size];
    for (int i = 0; i < vector.length; i++) {
      turned[i] = vector[i] - centre[i];
    }
    for (float[] round : signs) {
      for (int i = 0; i < size; i++) {
        turned[i] *= round[i];
      }
      transform(turned);
    }
    return codes(turned);
  }

  /// The Walsh-Hadamard transform, in place and without its scale, which changes no sign.
  private static void transform(float[] values) {
    for (int half = 1; half < values.length; half *= 2) {
      for (int block = 0; block < values.length; block += 2 * half) {
        for (int i = block; i < block + half; i++) {
          float sum = values[i] + values[i + half];
          values[i + half] = values[i] - values[i + half];
          values[i] = sum;
        }
      }
    }
  }

  private int[] codes(float[] turned) {
    int[] codes = new int[count()];
    for (int i = 0; i < size; i++) {
      codes[i / Integer.SIZE] = codes[i / Integer.SIZE] << 1 | (turned[i] < 0 ? 1 : 0);
    }
    return codes;
  }
}
