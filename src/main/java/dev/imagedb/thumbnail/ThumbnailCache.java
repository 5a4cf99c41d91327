package dev.imagedb.thumbnail;

import dev.imagedb.file.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Files in a folder, each under a hash, the least recently used of which go when there is no room.
///
/// They lie in 256 folders by the first two digits of their hashes, each with an equal share of the
/// room: hashes fall evenly, so to keep one share is enough to keep the whole, and takes no more
/// than a look at a few dozen files. Used means read or written, and a file's time says when it
/// was.
///
/// What cannot be read is not there, and what cannot be written is not kept: a cache fails nobody.
/// Safe for many threads and processes.
final class ThumbnailCache {
  private static final int FOLDERS = 256;
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  /// Where a database lies among pictures, its thumbnails are none of them.
  private static final String IGNORE_FILE = ".imagedbignore";

  private final Path root;
  private final long share;
  private final InstantSource clock;

  ThumbnailCache(Path root, long mostBytes) {
    this(root, mostBytes, InstantSource.system());
  }

  ThumbnailCache(Path root, long mostBytes, InstantSource clock) {
    this.root = root;
    this.share = mostBytes / FOLDERS;
    this.clock = clock;
  }

  /// The bytes under a hash. What is no hash has none, whatever file it names.
  Optional<byte[]> get(String hash) {
    if (!HASH.matcher(hash).matches()) {
      return Optional.empty();
    }
    Path file = file(hash);
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes((int) Math.min(share, Integer.MAX_VALUE - 8));
      touch(file);
      return Optional.of(bytes);
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /// Keeps these bytes, unless they alone are more than there is room for.
  void put(String hash, byte[] bytes) {
    if (bytes.length > share) {
      return;
    }
    try {
      Path folder = folder(hash);
      WholeFile.write(file(hash), bytes);
      makeRoom(folder);
    } catch (IOException | UncheckedIOException _) {
      // It will be made again.
    }
  }

  private Path file(String hash) {
    return root.resolve(hash.substring(0, 2)).resolve(hash + ".jpg");
  }

  private Path folder(String hash) throws IOException {
    Path folder = root.resolve(hash.substring(0, 2));
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
      Files.writeString(root.resolve(IGNORE_FILE), "*\n");
    }
    return folder;
  }

  private void touch(Path file) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
    } catch (IOException _) {
      // On a medium that is only read, nothing goes.
    }
  }

  private record Kept(Path file, long bytes, FileTime used) {}

  private void makeRoom(Path folder) throws IOException {
    List<Kept> files = new ArrayList<>();
    try (Stream<Path> all = Files.list(folder)) {
      all.forEach(file -> kept(file).ifPresent(files::add));
    }
    long bytes = files.stream().mapToLong(Kept::bytes).sum();
    files.sort(Comparator.comparing(Kept::used));
    for (Kept oldest : files) {
      if (bytes <= share) {
        return;
      }
      Files.deleteIfExists(oldest.file());
      bytes -= oldest.bytes();
    }
  }

  /// Another process may remove a file between its listing and this.
  private static Optional<Kept> kept(Path file) {
    try {
      return Optional.of(new Kept(file, Files.size(file), Files.getLastModifiedTime(file)));
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
