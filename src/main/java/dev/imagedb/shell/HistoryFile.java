package dev.imagedb.shell;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

/// Where earlier lines are kept: in the user's folder for such things (XDG Base Directory, state),
/// for the user's own eyes.
final class HistoryFile {
  private static final boolean HAS_PERMISSIONS =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private HistoryFile() {}

  /// The file, made where it is not there; empty where it cannot be written.
  static Optional<Path> of(Map<String, String> variables, Path home) {
    String state = variables.getOrDefault("XDG_STATE_HOME", "");
    Path folder =
        (state.isEmpty() ? home.resolve(".local/state") : Path.of(state)).resolve("imagedb");
    Path file = folder.resolve("history");
    try {
      Files.createDirectories(folder, readableByOwner("rwx------"));
      if (Files.notExists(file)) {
        Files.createFile(file, readableByOwner("rw-------"));
      }
      return Files.isWritable(file) ? Optional.of(file) : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static FileAttribute<?>[] readableByOwner(String permissions) {
    return HAS_PERMISSIONS
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
