package dev.imagedb.evaluation;

import java.util.List;

/// How good a model is at naming what pictures show.
///
/// @param topOne which part of the pictures gets a right label first
/// @param topFive which part gets a right one among the first five
/// @param labels each by itself, in the order of the file
/// @param retrieval the other way about: each label as a question, all labelled pictures ranked
public record ZeroShotEvaluation(
    Estimate topOne, Estimate topFive, List<LabelScore> labels, Evaluation retrieval)
    implements Report {
  public ZeroShotEvaluation {
    labels = List.copyOf(labels);
  }
}
