package dev.imagedb.evaluation;

import java.util.Map;

/// How good a model's rankings are.
///
/// @param topics that were asked
/// @param pictures that were ranked for each
/// @param measures each with its mean over the topics
public record Evaluation(int topics, int pictures, Map<Measure, Estimate> measures)
    implements Report {
  public Evaluation {
    measures = Map.copyOf(measures);
  }

  /// The mean of a measure.
  public Estimate of(Measure measure) {
    Estimate estimate = measures.get(measure);
    if (estimate == null) {
      throw new IllegalArgumentException("was not measured: " + measure);
    }
    return estimate;
  }
}
