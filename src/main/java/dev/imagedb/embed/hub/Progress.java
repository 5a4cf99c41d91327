package dev.imagedb.embed.hub;

/// Is told how far a download is, on the thread that downloads.
@FunctionalInterface
public interface Progress {
  /// Called after every piece that came, 64 KiB at most.
  ///
  /// @param file its name in the repository
  /// @param bytes of it that are here, those of an earlier attempt included
  /// @param total its size in bytes
  void received(String file, long bytes, long total);
}
