package dev.imagedb.store.lucene;

import dev.imagedb.store.Damage;
import dev.imagedb.store.DatabaseLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Whether the folder of thumbnails, which may have come with a stranger's drive, holds plain files
/// and folders alone: a link in it would lead out of the database.
///
/// @param location the database's folder
record ThumbnailsCheck(Path location) {
  List<Damage> damages() throws IOException {
    Path root = location.resolve(DatabaseLocation.THUMBNAILS);
    List<Damage> damages = new ArrayList<>();
    if (Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
      try (Stream<Path> entries = Files.walk(root)) {
        entries.flatMap(entry -> damage(entry, entry.equals(root))).forEach(damages::add);
      }
    }
    return damages;
  }

  private static Stream<Damage> damage(Path entry, boolean isRoot) {
    if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
      return Stream.empty();
    }
    if (Files.isSymbolicLink(entry)) {
      return Stream.of(new Damage.Foreign(entry, "it is a link, and no thumbnail; remove it"));
    }
    return Files.isRegularFile(entry) && !isRoot
        ? Stream.empty()
        : Stream.of(new Damage.Foreign(entry, "it is no thumbnail; remove it"));
  }
}
