package dev.imagedb.evaluation;

import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/// Writes a trial so that `trec_eval QRELS RUN` can measure it again.
record TrecExport(Trial trial) {

  /// Writes all rankings, whole.
  ///
  /// `trec_eval` sorts by score, in single precision, and breaks ties in its own way. So of equal
  /// scores all but the first are lowered, as little as can be.
  ///
  /// @throws UserException where the file cannot be written
  void writeRun(Path file) {
    write(
        file,
        out -> {
          for (int question = 0; question < trial.questions().size(); question++) {
            writeRanking(out, question);
          }
        });
  }

  private void writeRanking(PrintWriter out, int question) {
    Gallery gallery = trial.gallery();
    float[] vector = trial.vectors().get(question);
    float last = Float.POSITIVE_INFINITY;
    int rank = 0;
    for (int picture : trial.ranking(question)) {
      last = Math.min(gallery.score(vector, picture), Math.nextDown(last));
      String topic = trial.questions().get(question).id();
      out.println(TrecLines.ranked(topic, gallery.paths().get(picture), ++rank, last));
    }
  }

  /// Writes the judgements that were found in the gallery.
  ///
  /// @throws UserException where the file cannot be written
  void writeJudgements(Path file) {
    List<Path> paths = trial.gallery().paths();
    write(
        file,
        out ->
            trial
                .questions()
                .forEach(
                    question ->
                        new TreeMap<>(question.relevance())
                            .forEach(
                                (picture, relevance) ->
                                    out.println(
                                        TrecLines.judged(
                                            question.id(), paths.get(picture), relevance)))));
  }

  @FunctionalInterface
  private interface Content {
    void write(PrintWriter out);
  }

  private static void write(Path file, Content content) {
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
      content.write(out);
      if (out.checkError()) {
        throw new IOException("the disk may be full");
      }
    } catch (IOException e) {
      throw new UserException(
          ExitCode.FAILED, "cannot write " + file + ": " + e.getMessage(), null, e);
    }
  }
}
