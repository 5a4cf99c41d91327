package dev.imagedb.evaluation;

import dev.imagedb.fault.UserException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What to measure. Files are absolute.
public sealed interface Task {

  /// How well prompts find the pictures that people say they should.
  ///
  /// @param run where to write the rankings, for `trec_eval`; null for nowhere
  /// @param judgements where to write what the rankings were measured by; null for nowhere
  record Topics(TopicFile file, @Nullable Path run, @Nullable Path judgements) implements Task {}

  /// How well pictures are named.
  ///
  /// @param file what pictures show: a CSV file with the header `image,label`
  record Labels(Path file) implements Task {}

  /// What the index finds of what there is.
  ///
  /// @param captions to search for; null for pictures of the database itself
  /// @param sample how many pictures to search for, where there are no captions
  record Recall(@Nullable Path captions, int sample) implements Task {
    public Recall {
      if (sample < 1) {
        throw UserException.usage("--sample is " + sample + ", expected 1 or more", "--sample 200");
      }
    }
  }
}
