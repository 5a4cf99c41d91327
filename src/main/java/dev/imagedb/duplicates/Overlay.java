package dev.imagedb.duplicates;

import java.util.Arrays;
import java.util.stream.IntStream;

/// The cells that both of two looks show, with brightness and contrast made alike.
final class Overlay {
  /// A cell has changed when it differs by more than this share of the picture's deviation.
  private static final double NOTICEABLE = 0.3;

  /// Of pictures flatter than this, in levels, differences are noise.
  private static final double LEAST_DEVIATION = 8;

  /// Where a mark at the edge may lie: within a sixth of a side.
  private static final double EDGE = 1 - 2 / 6.0;

  private static final int ROUNDS = 4;

  private final double[] first; // (inside)
  private final double[] second; // (inside)
  private final boolean[] edge; // (inside)
  private final double[] differences; // (inside)
  private final double noticeable;

  private Overlay(double[] first, double[] second, boolean[] edge) {
    this.first = first;
    this.second = second;
    this.edge = edge;
    this.differences = differences(first, second);
    double deviation = Math.sqrt(covariance(second, second, evenWeights(second.length)));
    this.noticeable = NOTICEABLE * Math.max(LEAST_DEVIATION, deviation);
  }

  static Overlay of(Plane first, Plane second, Alignment alignment) {
    int cells = Plane.SIDE * Plane.SIDE;
    double[] ones = new double[cells];
    double[] others = new double[cells];
    boolean[] edge = new boolean[cells];
    int inside = 0;
    for (int i = 0; i < cells; i++) {
      double right = Plane.centre(i % Plane.SIDE);
      double below = Plane.centre(i / Plane.SIDE);
      double x = alignment.x(right);
      double y = alignment.y(below);
      if (Math.abs(x) <= 1 && Math.abs(y) <= 1) {
        ones[inside] = first.at(x, y);
        others[inside] = second.at(i % Plane.SIDE, i / Plane.SIDE);
        edge[inside++] = Math.max(Math.abs(right), Math.abs(below)) > EDGE;
      }
    }
    return new Overlay(
        Arrays.copyOf(ones, inside), Arrays.copyOf(others, inside), Arrays.copyOf(edge, inside));
  }

  /// Pearson's; 0 where either is flat.
  double correlation() {
    double[] even = evenWeights(first.length);
    double product = covariance(first, second, even);
    double size = Math.sqrt(covariance(first, first, even) * covariance(second, second, even));
    return size < 1e-3 ? 0 : product / size;
  }

  double changed() {
    int changed = 0;
    for (int i = 0; i < differences.length; i++) {
      changed += isChanged(i) ? 1 : 0;
    }
    return (double) changed / Math.max(1, differences.length);
  }

  /// How far the changes are all of one sign: 1 for a watermark, near 0 where something moved.
  double oneSided() {
    double sum = 0;
    double sizes = 0;
    for (int i = 0; i < differences.length; i++) {
      if (isChanged(i)) {
        sum += differences[i];
        sizes += Math.abs(differences[i]);
      }
    }
    return sizes == 0 ? 1 : Math.abs(sum) / sizes;
  }

  boolean changedAtTheEdge() {
    return IntStream.range(0, differences.length).allMatch(i -> edge[i] || !isChanged(i));
  }

  private boolean isChanged(int i) {
    return Math.abs(differences[i]) > noticeable;
  }

  /// What is left of the second when the first explains as much of it as gain and offset can, and
  /// what differs much has little say in them.
  private static double[] differences(double[] first, double[] second) {
    double[] weights = evenWeights(first.length);
    double[] differences = new double[first.length];
    for (int round = 0; round < ROUNDS; round++) {
      double firstMean = mean(first, weights);
      double secondMean = mean(second, weights);
      double gain = covariance(first, second, weights) / (covariance(first, first, weights) + 1e-6);
      for (int i = 0; i < first.length; i++) {
        differences[i] = second[i] - secondMean - gain * (first[i] - firstMean);
      }
      Robust.weigh(differences, weights);
    }
    return differences;
  }

  private static double[] evenWeights(int length) {
    double[] weights = new double[length];
    Arrays.fill(weights, 1);
    return weights;
  }

  private static double mean(double[] values, double[] weights) {
    double sum = 0;
    double all = 0;
    for (int i = 0; i < values.length; i++) {
      sum += weights[i] * values[i];
      all += weights[i];
    }
    return sum / all;
  }

  private static double covariance(double[] some, double[] others, double[] weights) {
    double someMean = mean(some, weights);
    double othersMean = mean(others, weights);
    double[] products = new double[some.length];
    for (int i = 0; i < some.length; i++) {
      products[i] = (some[i] - someMean) * (others[i] - othersMean);
    }
    return mean(products, weights);
  }
}
