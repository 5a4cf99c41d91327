package dev.imagedb.output;

/// How results are written.
public enum OutputFormat {
  /// For people: aligned, as wide as the terminal.
  TABLE,
  /// One JSON array, indented.
  JSON,
  /// One JSON object a line.
  JSONL,
  /// Comma-separated values (RFC 4180, but lines end as on Unix), with a header.
  CSV,
  /// One absolute path a line.
  PATHS,
  /// Absolute paths, each ended by a NUL, for `xargs -0`: safe for every name there can be.
  PATHS0
}
