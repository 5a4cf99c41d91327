package dev.imagedb.labelling;

import java.nio.file.Path;
import java.util.List;

/// A picture of the database, and what the model takes it for.
///
/// @param labels the likeliest first
public record LabelledPicture(Path path, List<LikelyLabel> labels) {
  public LabelledPicture {
    labels = List.copyOf(labels);
  }

  /// The labels alone.
  List<String> names() {
    return labels.stream().map(LikelyLabel::label).toList();
  }
}
