package dev.imagedb.embed.hub;

import dev.imagedb.fault.UserException;
import java.nio.file.Path;
import java.util.List;

/// What only the reader of a model's files knows of them: asked while a model is fetched, so that
/// nothing large comes that could not be used.
public interface ModelFormat {
  /// Looks at a config before anything else is fetched.
  ///
  /// @throws UserException where it asks for what is not supported
  void check(Path config);

  /// The files that the weights are split into.
  ///
  /// @param index `….safetensors.index.json`
  /// @return their names in the index's folder
  /// @throws UserException where it is no such index
  List<String> shards(Path index);
}
