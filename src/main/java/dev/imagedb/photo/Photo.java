package dev.imagedb.photo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that is known of one picture, beside its vector.
///
/// @param sha256 of the file's bytes, lower-case hexadecimal
/// @param format what its first bytes say it is; where they are no picture's, what its name
///   promises
/// @param dimensions of the upright picture, where they could be read
/// @param look what it looks like, to tell copies of it from others; null where it was not read
/// @param labels what the model took it for (`imagedb label --write`); in the database only
/// @param problem why it has no vector; null where it was read
public record Photo(
    FileFacts file,
    String sha256,
    ImageFormat format,
    @Nullable Dimensions dimensions,
    Metadata metadata,
    @Nullable PerceptualHash look,
    List<String> labels,
    @Nullable String problem) {
  public Photo {
    labels = List.copyOf(labels);
  }

  /// Whether the picture could be read.
  public boolean readable() {
    return problem == null;
  }

  /// Whether all is known that its file can tell. What an earlier version stored may lack its look.
  public boolean isComplete() {
    return look != null || !readable();
  }

  /// The same picture under another name.
  public Photo at(FileFacts elsewhere) {
    return new Photo(elsewhere, sha256, format, dimensions, metadata, look, labels, problem);
  }

  /// The same picture, labelled anew.
  public Photo labelled(List<String> others) {
    return new Photo(file, sha256, format, dimensions, metadata, look, others, problem);
  }
}
