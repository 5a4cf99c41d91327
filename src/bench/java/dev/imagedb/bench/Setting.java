package dev.imagedb.bench;

import dev.imagedb.bench.child.Python;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What all rows of a run share.
public final class Setting {
  private final Options options;
  private final @Nullable Python python;
  private final String whyNoPython;

  private Setting(Options options, @Nullable Python python, String whyNoPython) {
    this.options = options;
    this.python = python;
    this.whyNoPython = whyNoPython;
  }

  /// Looks for the peers, without which the rows measure imagedb alone.
  static Setting of(Options options) throws InterruptedException {
    try {
      return new Setting(options, Python.at(options.python()), "");
    } catch (Skip missing) {
      return new Setting(options, null, String.valueOf(missing.getMessage()));
    }
  }

  public Sizes sizes() {
    return options.quick() ? Sizes.QUICK : Sizes.FULL;
  }

  /// A folder of real photographs, all of them JPEGs.
  ///
  /// @throws Skip where none was named, or it is not there
  public Path photographs() throws Skip {
    Path named = options.photographs();
    if (named == null) {
      throw new Skip("no photographs were named: -Dbenchmark.photographs=FOLDER");
    }
    if (!Files.isDirectory(named)) {
      throw new Skip("there is no folder of photographs " + named);
    }
    return named;
  }

  /// The Python that the peers run in.
  ///
  /// @throws Skip where they are not installed
  public Python python() throws Skip {
    if (python == null) {
      throw new Skip(whyNoPython);
    }
    return python;
  }

  /// Where rclip is, if it is installed.
  public Path rclip() {
    return options.rclip();
  }
}
