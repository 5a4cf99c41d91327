package dev.imagedb.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `--db`.
@Under("Database and model")
final class DatabaseOption {
  @Option(
      names = "--db",
      paramLabel = "DIR",
      description =
          "The database's folder. Default: $IMAGEDB_DB, else the nearest .imagedb folder upwards of"
              + " here, else the user's data folder.")
  private @Nullable Path folder;

  @Nullable Path folder() {
    return folder;
  }
}
