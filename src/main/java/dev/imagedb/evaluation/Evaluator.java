package dev.imagedb.evaluation;

import dev.imagedb.embed.Embedder;
import dev.imagedb.labelling.Templates;
import dev.imagedb.labelling.ZeroShot;
import dev.imagedb.store.PhotoReader;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Measures how good the answers are that a database gives.
///
/// file → topics → pictures found in the gallery → words embedded → all pictures ranked → measures.
public final class Evaluator {
  private final PhotoReader photos;
  private final Supplier<Embedder> embedder;
  private final Progress progress;

  /// @param embedder of the database's own space; asked for only where there are words to embed
  public Evaluator(PhotoReader photos, Supplier<Embedder> embedder, Progress progress) {
    this.photos = photos;
    this.embedder = embedder;
    this.progress = progress;
  }

  /// Does it all.
  ///
  /// @throws dev.imagedb.fault.UserException where a file cannot be read or is malformed, or none
  ///   of its pictures is in the database
  public Outcome evaluate(Task task) {
    Gallery gallery = Gallery.of(photos);
    return switch (task) {
      case Task.Topics topics -> topics(topics, gallery);
      case Task.Labels(Path file) -> labels(LabelledGallery.of(file, gallery));
      case Task.Recall(Path captions, int sample) -> recall(captions, sample, gallery);
    };
  }

  private Outcome topics(Task.Topics task, Gallery gallery) {
    TestSet test = TestSet.of(task.file(), gallery);
    Trial trial = ask(test, gallery);
    TrecExport export = new TrecExport(trial);
    if (task.run() != null) {
      export.writeRun(task.run());
    }
    if (task.judgements() != null) {
      export.writeJudgements(task.judgements());
    }
    return new Outcome(trial.evaluate(), test.absent());
  }

  private Trial ask(TestSet test, Gallery gallery) {
    int total = test.questions().size();
    return Trial.of(gallery, test, embedder.get(), done -> progress.update(done, total));
  }

  private Outcome labels(LabelledGallery pictures) {
    int total = pictures.labels().labels().size();
    ZeroShot model =
        ZeroShot.of(
            pictures.labels(),
            Templates.USUAL,
            embedder.get(),
            done -> progress.update(done, total));
    return new Outcome(pictures.evaluate(model), pictures.absent());
  }

  private Outcome recall(@Nullable Path captions, int sample, Gallery gallery) {
    ApproximationCheck check = new ApproximationCheck(photos, System::nanoTime);
    if (captions == null) {
      return new Outcome(check.check(gallery.sample(sample)), List.of());
    }
    TestSet test = TestSet.of(TopicFile.ofCaptions(captions), gallery);
    return new Outcome(check.check(ask(test, gallery).vectors()), test.absent());
  }
}
