package dev.imagedb.settings;

import java.nio.file.Path;

/// Where a setting comes from.
public sealed interface Origin {
  /// A variable of the environment.
  record Variable(String name) implements Origin {
    @Override
    public Layer layer() {
      return Layer.VARIABLES;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /// A line of a file.
  ///
  /// @param number from 1 on
  record Line(Layer layer, Path file, int number) implements Origin {
    @Override
    public String toString() {
      return file + ":" + number;
    }
  }

  Layer layer();
}
