package dev.imagedb.embed.hub;

import java.nio.file.Path;

/// What came of asking the hub for a model.
public sealed interface FetchResult {
  /// The model is here.
  ///
  /// @param folder holds its files under their own names
  record Fetched(Path folder) implements FetchResult {}

  /// Nobody answered, so nothing is known of the model: another one may serve meanwhile.
  ///
  /// @param reason one line, such as "huggingface.co cannot be reached: no such host"
  record Unreachable(String reason) implements FetchResult {}
}
