package dev.imagedb.store.lucene;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Vectors that lie as CLIP's do, made by a formula from their numbers alone.
///
/// What is known of CLIP's, and how it is drawn here:
///
/// - Pictures and prompts lie in two narrow cones apart from each other (Liang et al., "Mind the
///   Gap", NeurIPS 2022). Here each side has an axis of its own: the cosine of two pictures is 0.55
///   on average, of two prompts 0.76, of a picture and a prompt 0.20.
/// - Within a cone they spread over few directions much more than over the others: the strength of
///   the n-th falls as a power of n. No direction is an axis of the coordinates: all of it is
///   turned by a randomised Hadamard transform.
/// - A few coordinates are large in all of them: the cones' axes have heavy tails.
/// - Libraries have a few things very often and most things rarely: topics, in them scenes, whose
///   sizes follow Zipf's law, and in each scene pictures that differ by as much again.
/// - A prompt names what is in a scene and says nothing of the rest, so that its nearest pictures
///   are no nearest neighbours of one another.
final class ClipLikeVectors {
  static final int DIMENSION = 512;

  private static final int TOPICS = 200;
  private static final int SCENES = 8_000;
  private static final double SIZES_FALL = 0.7;
  private static final int LARGE_SCENES = 10;
  private static final double STRENGTH_FALLS = 0.45;

  private static final double COMMON_AXIS = 0.25;
  private static final double TOPIC = 0.55;
  private static final double SCENE = 0.5;
  private static final double PICTURE = 0.55;

  /// How much of a scene a prompt tells, and how much else it says.
  private static final double TOLD = 0.45;

  private final SplittableRandom random = new SplittableRandom(2022);
  private final float[] strengths = strengths();
  private final float[] signs = signs();
  private final float[] pictureAxis = axis();
  private final float[] promptAxis = promptAxis();
  private final float[][] scenes = scenes();
  private final double[] sizesUpTo = sizesUpTo();

  /// The unit vector of a picture.
  float[] picture(int number) {
    SplittableRandom own = new SplittableRandom(2L * number);
    float[] vector = pictureAxis.clone();
    add(1, scene(own), vector);
    scatter(PICTURE, own, vector);
    return turned(vector);
  }

  /// The unit vector of a prompt, which tells of one scene, or of two or three at once.
  float[] prompt(int number) {
    SplittableRandom own = new SplittableRandom(2L * number + 1);
    float[] vector = promptAxis.clone();
    int told = 1 + own.nextInt(3);
    for (int i = 0; i < told; i++) {
      add(TOLD / Math.sqrt(told), scene(own), vector);
    }
    scatter(TOLD, own, vector);
    return turned(vector);
  }

  private float[] scene(SplittableRandom own) {
    double at = own.nextDouble(sizesUpTo[SCENES - 1]);
    int place = Arrays.binarySearch(sizesUpTo, at);
    return scenes[place < 0 ? -place - 1 : place];
  }

  /// Falling, of length 1.
  private static float[] strengths() {
    float[] strengths = new float[DIMENSION];
    for (int i = 0; i < DIMENSION; i++) {
      strengths[i] = (float) Math.pow(i + 1, -STRENGTH_FALLS);
    }
    return TestPhotos.unit(strengths);
  }

  private float[] signs() {
    float[] signs = new float[DIMENSION];
    for (int i = 0; i < DIMENSION; i++) {
      signs[i] = random.nextBoolean() ? 1 : -1;
    }
    return signs;
  }

  /// A direction in which, once turned, a few coordinates are large.
  private float[] axis() {
    float[] axis = new float[DIMENSION];
    for (int i = 0; i < DIMENSION; i++) {
      axis[i] = (float) Math.pow(random.nextGaussian(), 3);
    }
    return TestPhotos.unit(turnedBack(axis));
  }

  private float[] promptAxis() {
    float[] axis = axis();
    add(COMMON_AXIS, pictureAxis, axis);
    return TestPhotos.unit(axis);
  }

  private float[][] scenes() {
    float[][] topics = new float[TOPICS][DIMENSION];
    for (float[] topic : topics) {
      scatter(TOPIC, random, topic);
    }
    float[][] drawn = new float[SCENES][];
    for (int i = 0; i < SCENES; i++) {
      drawn[i] = topics[random.nextInt(TOPICS)].clone();
      scatter(SCENE, random, drawn[i]);
    }
    return drawn;
  }

  private static double[] sizesUpTo() {
    double[] sizes = new double[SCENES];
    Arrays.setAll(sizes, i -> Math.pow(LARGE_SCENES + i, -SIZES_FALL));
    Arrays.parallelPrefix(sizes, Double::sum);
    return sizes;
  }

  private static void add(double weight, float[] other, float[] vector) {
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] += (float) (weight * other[i]);
    }
  }

  /// Adds a random vector about so long.
  private void scatter(double length, SplittableRandom from, float[] vector) {
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] += (float) (length * strengths[i] * from.nextGaussian());
    }
  }

  private float[] turned(float[] vector) {
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] *= signs[i];
    }
    hadamard(vector);
    return TestPhotos.unit(vector);
  }

  private float[] turnedBack(float[] vector) {
    hadamard(vector);
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] *= signs[i];
    }
    return vector;
  }

  /// The fast Walsh-Hadamard transform, which is its own inverse but for the length.
  private static void hadamard(float[] vector) {
    for (int half = 1; half < DIMENSION; half *= 2) {
      for (int start = 0; start < DIMENSION; start += 2 * half) {
        for (int i = start; i < start + half; i++) {
          float one = vector[i];
          float other = vector[i + half];
          vector[i] = one + other;
          vector[i + half] = one - other;
        }
      }
    }
  }
}
