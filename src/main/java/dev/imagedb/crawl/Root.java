package dev.imagedb.crawl;

import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// A file or folder that was given by name, and is there.
record Root(Path path, BasicFileAttributes attributes) {

  /// Follows a link: who names one means what it leads to.
  ///
  /// @throws UserException if there is nothing of that name
  /// @throws LateException if its drive does not answer
  static Root of(Path path, Disk disk) throws LateException {
    try {
      return new Root(path, disk.root(path));
    } catch (LateException e) {
      throw e;
    } catch (NoSuchFileException e) {
      throw new UserException(
          ExitCode.FAILED,
          "there is no file or folder " + path,
          "check its spelling, and its drive; if it is gone for good: imagedb remove " + path,
          e);
    } catch (IOException e) {
      throw new UserException(
          ExitCode.FAILED, path + ": " + Reason.of(e), "Nothing was changed.", e);
    }
  }

  boolean isFolder() {
    return attributes.isDirectory();
  }
}
