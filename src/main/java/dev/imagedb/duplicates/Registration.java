package dev.imagedb.duplicates;

import java.util.Arrays;

/// Finds how one look lies on another.
///
/// Looks for the alignment at which the second is the first but for brightness and contrast, step
/// by step from edge on edge (Baker and Matthews, "Lucas-Kanade 20 Years On", 2004). What differs
/// much, as a watermark does, counts little (the Cauchy weights of robust regression). The first
/// steps see the looks blurred, and so find the way from further off. Used once, by one thread.
final class Registration {
  private static final int STEPS_BLURRED = 4;
  private static final int STEPS_SHARP = 4;
  private static final int CELLS = Plane.SIDE * Plane.SIDE;

  /// The four numbers of an [Alignment], times the gain; the gain; the offset in brightness.
  private static final int UNKNOWNS = 6;

  private static final int GAIN = 4;
  private static final int OFFSET = 5;

  /// With less, one look is the other's negative, or has nothing to do with it.
  private static final double LEAST_GAIN = 0.3;

  /// Keeps flat looks, which could lie anywhere, where they are.
  private static final double HOLD = 4;

  private Alignment alignment = Alignment.NONE;
  private double gain = 1;
  private double offset;

  private final double[][] rows = new double[CELLS][UNKNOWNS];
  private final double[] targets = new double[CELLS];
  private final double[] weights = new double[CELLS];
  private int inside;
  private boolean begun;

  private Registration() {}

  static Alignment of(Plane first, Plane second) {
    Registration registration = new Registration();
    registration.approach(first.blurred().blurred(), second.blurred().blurred(), STEPS_BLURRED);
    registration.approach(first, second, STEPS_SHARP);
    return registration.alignment;
  }

  private void approach(Plane first, Plane second, int steps) {
    Plane across = first.slopeAcross();
    Plane down = first.slopeDown();
    for (int step = 0; step < steps && gain >= LEAST_GAIN; step++) {
      overlay(first, second, across, down);
      weigh();
      move(solution());
    }
  }

  /// An equation for every cell of the second that lies within the first.
  private void overlay(Plane first, Plane second, Plane across, Plane down) {
    inside = 0;
    for (int i = 0; i < CELLS; i++) {
      double right = Plane.centre(i % Plane.SIDE);
      double below = Plane.centre(i / Plane.SIDE);
      double x = alignment.x(right);
      double y = alignment.y(below);
      if (Math.abs(x) <= 1 && Math.abs(y) <= 1) {
        double slopeX = across.at(x, y);
        double slopeY = down.at(x, y);
        double[] row = rows[inside];
        row[0] = slopeX * right;
        row[1] = slopeX;
        row[2] = slopeY * below;
        row[3] = slopeY;
        row[GAIN] = first.at(x, y);
        row[OFFSET] = 1;
        targets[inside++] = second.at(i % Plane.SIDE, i / Plane.SIDE);
      }
    }
  }

  /// By how much a cell differs after the step before, against what is usual.
  private void weigh() {
    double[] differences = new double[inside];
    for (int i = 0; i < inside; i++) {
      differences[i] = targets[i] - gain * rows[i][GAIN] - offset;
    }
    if (begun) {
      Robust.weigh(differences, weights);
    } else {
      Arrays.fill(weights, 1);
      begun = true;
    }
  }

  /// The weighted normal equations.
  private double[] solution() {
    double[][] matrix = new double[UNKNOWNS][UNKNOWNS];
    double[] right = new double[UNKNOWNS];
    double sum = 0;
    for (int i = 0; i < inside; i++) {
      sum += weights[i];
      for (int row = 0; row < UNKNOWNS; row++) {
        double weighted = weights[i] * rows[i][row];
        right[row] += weighted * targets[i];
        for (int column = 0; column < UNKNOWNS; column++) {
          matrix[row][column] += weighted * rows[i][column];
        }
      }
    }
    for (int i = 0; i < GAIN; i++) {
      matrix[i][i] += HOLD * sum;
    }
    return LinearEquations.solve(matrix, right);
  }

  private void move(double[] solution) {
    gain = solution[GAIN];
    offset = solution[OFFSET];
    if (gain >= LEAST_GAIN) {
      double[] change = Arrays.copyOf(solution, GAIN);
      for (int i = 0; i < GAIN; i++) {
        change[i] /= gain;
      }
      alignment = alignment.moved(change);
    }
  }
}
