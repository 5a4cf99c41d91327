package dev.imagedb.bench;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whose figures are held against whose.
///
/// @param ours a label of the row's figures
/// @param theirs another; null where the target is for our figure itself
/// @param target for the ratio of ours to theirs, or for ours; null where there is none
public record Comparison(String ours, @Nullable String theirs, @Nullable Target target) {

  public static Comparison of(String ours, String theirs) {
    return new Comparison(ours, theirs, null);
  }

  public static Comparison of(String ours, String theirs, Target target) {
    return new Comparison(ours, theirs, target);
  }

  public static Comparison alone(String ours) {
    return new Comparison(ours, null, null);
  }

  public static Comparison alone(String ours, Target target) {
    return new Comparison(ours, null, target);
  }

  /// What the target speaks of, round by round: ratios are taken within a round, in which the
  /// machine was as fast for one as for the other.
  ///
  /// @return empty where one side has no figures
  List<Double> measured(Result result) {
    List<Double> mine = result.figures(ours);
    if (theirs == null) {
      return mine;
    }
    List<Double> other = result.figures(theirs);
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < Math.min(mine.size(), other.size()); round++) {
      ratios.add(mine.get(round) / other.get(round));
    }
    return ratios;
  }
}
