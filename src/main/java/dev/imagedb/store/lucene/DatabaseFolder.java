package dev.imagedb.store.lucene;

import dev.imagedb.fault.UserException;
import dev.imagedb.store.DatabaseLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/// The folder that a database lies in, looked at before anything in it is opened or changed.
final class DatabaseFolder {
  private final Path location;
  private final Opening opening;
  private final IndexAccess access;
  private final PathKeys keys;

  /// Opens a folder as Lucene sees it. Tests put one in between that fails as disks do.
  @FunctionalInterface
  interface Opening {
    Directory open(Path folder) throws IOException;
  }

  /// @param location absolute and normalised; need not exist
  DatabaseFolder(Path location) {
    this(location, FSDirectory::open);
  }

  DatabaseFolder(Path location, Opening opening) {
    this.location = location;
    this.opening = opening;
    this.access = new IndexAccess(location);
    this.keys = new PathKeys(location);
  }

  Path location() {
    return location;
  }

  IndexAccess access() {
    return access;
  }

  PathKeys keys() {
    return keys;
  }

  /// What the last commit says; empty where nothing was committed yet.
  ///
  /// @throws UserException where something else lies here, or what lies here cannot be read
  Optional<DatabaseMark> mark() {
    if (!Files.exists(location)) {
      return Optional.empty();
    }
    if (!Files.isDirectory(location)) {
      throw UserException.failed(
          location + " is a file, and a database is a folder", "choose another with --db DIR");
    }
    return access.read(this::readMark);
  }

  /// The folder as Lucene sees it. Reading needs no lock and changes nothing.
  Directory open() throws IOException {
    return open(location);
  }

  /// Another folder, seen likewise.
  Directory open(Path elsewhere) throws IOException {
    return opening.open(elsewhere);
  }

  /// The folder as its one writer sees it.
  ///
  /// @throws IOException where it cannot be made
  Directory openToWrite(Patience patience) throws IOException {
    Files.createDirectories(location);
    return new WriterDirectory(open(), location, patience);
  }

  DatabaseMark mark(Map<String, String> commit) {
    return DatabaseMark.of(commit, location, keys);
  }

  /// Size on disk.
  long bytes() {
    return access.read(
        () -> {
          try (Directory directory = open()) {
            long bytes = 0;
            for (String file : directory.listAll()) {
              bytes += length(directory, file);
            }
            return bytes;
          }
        });
  }

  /// A writer at work may remove a file between its listing and this.
  private static long length(Directory directory, String file) throws IOException {
    try {
      return directory.fileLength(file);
    } catch (NoSuchFileException _) {
      return 0;
    }
  }

  private Optional<DatabaseMark> readMark() throws IOException {
    try (Directory directory = open()) {
      if (!DirectoryReader.indexExists(directory)) {
        refuseStrangers();
        return Optional.empty();
      }
      return Optional.of(mark(SegmentInfos.readLatestCommit(directory).getUserData()));
    } catch (IndexFormatTooOldException | IllegalArgumentException _) {
      // The latter is how Lucene says that it lacks the codec which a segment was written with.
      throw DatabaseMark.foreign(location);
    }
  }

  /// The last commit: which files it is made of.
  ///
  /// @throws UserException where there is none
  SegmentInfos lastCommit(Directory directory) throws IOException {
    requireMark();
    return SegmentInfos.readLatestCommit(directory);
  }

  /// @throws UserException where there is no database, or as for [#mark]
  DatabaseMark requireMark() {
    return mark().orElseThrow(this::noDatabase);
  }

  UserException noDatabase() {
    return UserException.failed(
        "there is no database in " + location, "make one with: imagedb index FOLDER");
  }

  /// A database is never laid among other files. Those that remain of a first run which ended
  /// before its first commit are ours, and so are settings, and the thumbnails of a database that
  /// was deleted.
  private void refuseStrangers() throws IOException {
    try (Stream<Path> files = Files.list(location)) {
      Optional<Path> stranger =
          files.map(Path::getFileName).filter(name -> !isOurs(name.toString())).findFirst();
      if (stranger.isPresent()) {
        throw UserException.failed(
            "%s holds other files (%s), and no database".formatted(location, stranger.get()),
            "choose an empty or a new folder with --db DIR");
      }
    }
  }

  private static boolean isOurs(String name) {
    return name.equals(IndexWriter.WRITE_LOCK_NAME)
        || name.equals(LockHolder.FILE)
        || name.startsWith("pending_segments_")
        || name.equals(DatabaseLocation.SETTINGS_FILE)
        || name.equals(DatabaseLocation.THUMBNAILS);
  }
}
