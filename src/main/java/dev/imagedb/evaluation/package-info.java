/// How good the answers are: rankings measured against what people say is relevant, as `trec_eval`
/// measures them.
///
/// Start at [dev.imagedb.evaluation.Evaluator], which does a [dev.imagedb.evaluation.Task], and at
/// [dev.imagedb.evaluation.Measure]. For topics a `Trial` ranks all pictures of a `Gallery`; for
/// labels a `LabelledGallery` does so both ways; and an `ApproximationCheck` measures what the
/// index's shortcuts lose.
@NullMarked
package dev.imagedb.evaluation;

import org.jspecify.annotations.NullMarked;
