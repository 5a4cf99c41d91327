package dev.imagedb.bench;

import dev.imagedb.bench.child.Python;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What all rows of a run share.
public final class Setting {
  private final Sizes sizes;
  private final @Nullable Path photographs;
  private final @Nullable Python python;
  private final String whyNoPython;

  private Setting(
      Sizes sizes, @Nullable Path photographs, @Nullable Python python, String whyNoPython) {
    this.sizes = sizes;
    this.photographs = photographs;
    this.python = python;
    this.whyNoPython = whyNoPython;
  }

  /// Looks for the peers, without which the rows measure imagedb alone.
  static Setting of(Options options) throws InterruptedException {
    Sizes sizes = options.quick() ? Sizes.QUICK : Sizes.FULL;
    try {
      return new Setting(sizes, options.photographs(), Python.at(options.python()), "");
    } catch (Skip missing) {
      return new Setting(sizes, options.photographs(), null, String.valueOf(missing.getMessage()));
    }
  }

  public Sizes sizes() {
    return sizes;
  }

  /// A folder of real photographs.
  ///
  /// @throws Skip where none was named
  public Path photographs() throws Skip {
    if (photographs == null) {
      throw new Skip("no photographs were named: -Dbenchmark.photographs=FOLDER");
    }
    return photographs;
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
}
