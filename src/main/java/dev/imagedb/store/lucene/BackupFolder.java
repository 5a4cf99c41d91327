package dev.imagedb.store.lucene;

import dev.imagedb.fault.UserException;
import dev.imagedb.store.Backup;
import dev.imagedb.store.DatabaseLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;

/// Where a copy of a database comes to lie. It is made under another name beside it, and gets its
/// own in one step when all of it is on the disk.
final class BackupFolder {
  private final DatabaseFolder database;

  BackupFolder(DatabaseFolder database) {
    this.database = database;
  }

  /// @param target absolute
  Backup copyTo(Path target) {
    database.requireMark();
    refuse(target);
    // The database can be read, whatever happens here: what fails is said of the copy.
    return new IndexAccess(target).openToWrite(() -> copy(target));
  }

  private void refuse(Path target) {
    if (target.startsWith(database.location())) {
      throw UserException.usage(
          target + " lies in the database's own folder", "choose a folder elsewhere");
    }
    if (named(target) && !isPortable()) {
      throw UserException.usage(
          "a folder named .imagedb holds a database that moves with the folder around it, which "
              + database.location()
              + " does not",
          "choose another name");
    }
    stranger(target)
        .ifPresent(
            name -> {
              throw UserException.failed(
                  "%s holds other files (%s), and a backup has a folder of its own"
                      .formatted(target, name),
                  "choose a folder that is not there yet");
            });
  }

  private Optional<Path> stranger(Path target) {
    if (Files.notExists(target)) {
      return Optional.empty();
    }
    return new IndexAccess(target)
        .read(
            () -> {
              try (Stream<Path> files = Files.list(target)) {
                return files.findFirst().map(Path::getFileName);
              }
            });
  }

  private boolean isPortable() {
    return named(database.location());
  }

  private static boolean named(Path folder) {
    return folder.endsWith(DatabaseLocation.FOLDER_NAME);
  }

  private Backup copy(Path target) throws IOException {
    Path parent = Files.createDirectories(target.toAbsolutePath().getParent());
    Path unfinished = parent.resolve("." + target.getFileName() + ".unfinished");
    remove(unfinished);
    boolean inside = isPortable() && !named(target);
    Path place = inside ? Path.of(DatabaseLocation.FOLDER_NAME) : Path.of("");
    try {
      Backup backup = fill(unfinished.resolve(place), target.resolve(place).normalize());
      IOUtils.fsync(unfinished, /* isDir= */ true);
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
      IOUtils.fsync(parent, /* isDir= */ true);
      return backup;
    } finally {
      remove(unfinished);
    }
  }

  private Backup fill(Path folder, Path last) throws IOException {
    Files.createDirectories(folder);
    try (Directory from = database.open();
        IndexCopy copy = IndexCopy.of(database, from);
        Directory to = database.open(folder)) {
      database.access().write(copy::verify);
      copy.into(to);
      copySettings(folder);
      return new Backup(last, copy.documents(), copy.bytes());
    }
  }

  private void copySettings(Path folder) throws IOException {
    Path settings = database.location().resolve(DatabaseLocation.SETTINGS_FILE);
    if (Files.isRegularFile(settings)) {
      Path copy = Files.copy(settings, folder.resolve(DatabaseLocation.SETTINGS_FILE));
      IOUtils.fsync(copy, /* isDir= */ false);
    }
  }

  /// What an earlier backup left that was killed.
  private static void remove(Path unfinished) throws IOException {
    if (Files.exists(unfinished)) {
      try (Stream<Path> entries = Files.walk(unfinished)) {
        List<Path> deepestFirst = entries.sorted(Comparator.reverseOrder()).toList();
        IOUtils.deleteFilesIfExist(deepestFirst);
      }
    }
  }
}
