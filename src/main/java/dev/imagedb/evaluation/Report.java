package dev.imagedb.evaluation;

/// What a [Task] brought to light.
public sealed interface Report permits Evaluation, ZeroShotEvaluation, Approximation {}
