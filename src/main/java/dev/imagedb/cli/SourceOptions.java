package dev.imagedb.cli;

import dev.imagedb.source.SourceReader;
import java.io.InputStream;
import picocli.CommandLine.Option;

/// From where a query's pictures may come.
@Under("Database and model")
@Seldom
final class SourceOptions {
  @Option(
      names = "--allow-private",
      description = "Fetch pictures from this machine's own and private networks, too.")
  private boolean allowPrivate;

  SourceReader reader(InputStream standardInput) {
    return new SourceReader(standardInput, allowPrivate);
  }
}
