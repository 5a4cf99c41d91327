package dev.imagedb.duplicates;

/// A few linear equations with as many unknowns.
final class LinearEquations {
  private LinearEquations() {}

  /// Solves symmetric, positive semi-definite equations by elimination, which for such needs no
  /// pivots; an unknown that nothing depends on becomes 0. Overwrites both arguments.
  static double[] solve(double[][] matrix, double[] right) {
    for (int pivot = 0; pivot < right.length; pivot++) {
      for (int row = pivot + 1; row < right.length; row++) {
        subtract(matrix, right, pivot, row);
      }
    }
    double[] solution = new double[right.length];
    for (int row = right.length - 1; row >= 0; row--) {
      double rest = right[row];
      for (int column = row + 1; column < right.length; column++) {
        rest -= matrix[row][column] * solution[column];
      }
      solution[row] = isNothing(matrix[row][row]) ? 0 : rest / matrix[row][row];
    }
    return solution;
  }

  private static void subtract(double[][] matrix, double[] right, int pivot, int row) {
    if (isNothing(matrix[pivot][pivot])) {
      return;
    }
    double factor = matrix[row][pivot] / matrix[pivot][pivot];
    for (int column = pivot; column < right.length; column++) {
      matrix[row][column] -= factor * matrix[pivot][column];
    }
    right[row] -= factor * right[pivot];
  }

  private static boolean isNothing(double value) {
    return Math.abs(value) < 1e-9;
  }
}
