package dev.imagedb.crawl;

import dev.imagedb.limit.TimeLimit;
import dev.imagedb.limit.TimeLimit.Steps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that a walk asks of drives, and none of it for longer than the time limit: a mount whose
/// server is gone never answers.
final class Disk {
  private static final LinkOption[] FOLLOW = {};
  private static final LinkOption[] DO_NOT_FOLLOW = {LinkOption.NOFOLLOW_LINKS};

  private final Listing listing;
  private final LinkOption[] links;
  private final TimeLimit limit;

  Disk(Listing listing, boolean followLinks, TimeLimit limit) {
    this.listing = listing;
    this.links = followLinks ? FOLLOW : DO_NOT_FOLLOW;
    this.limit = limit;
  }

  /// An entry of a folder, looked at.
  ///
  /// @param attributes null where it cannot be looked at
  /// @param reason then why, as in [dev.imagedb.photo.Skipped]
  record Entry(Path path, @Nullable BasicFileAttributes attributes, @Nullable String reason) {}

  /// What a link leads to, or what is no link.
  ///
  /// @throws LateException where the drive does not answer
  BasicFileAttributes root(Path path) throws IOException {
    return within(_ -> Files.readAttributes(path, BasicFileAttributes.class));
  }

  /// A folder's entries.
  ///
  /// @throws LateException where the drive does not answer
  List<Path> list(Path folder) throws IOException {
    return within(step -> listing.of(folder, step));
  }

  /// A file of rules.
  ///
  /// @return none where it is no file
  /// @throws LateException where the drive does not answer
  IgnoreFile rules(Path file) throws IOException {
    return within(_ -> Files.isRegularFile(file) ? IgnoreFile.read(file) : IgnoreFile.NONE);
  }

  /// Looks at entries, all of them in one turn: to hand each over to the thread that may hang would
  /// cost more than the look.
  ///
  /// @throws LateException where the drive does not answer
  List<Entry> look(List<Path> entries) throws IOException {
    return within(
        step -> {
          List<Entry> looked = new ArrayList<>(entries.size());
          for (Path entry : entries) {
            looked.add(look(entry));
            step.run();
          }
          return looked;
        });
  }

  private Entry look(Path entry) {
    try {
      return new Entry(entry, Files.readAttributes(entry, BasicFileAttributes.class, links), null);
    } catch (NoSuchFileException e) {
      boolean dangles = Files.isSymbolicLink(entry);
      return new Entry(entry, null, dangles ? "the link leads nowhere" : Reason.of(e));
    } catch (IOException e) {
      return new Entry(entry, null, Reason.of(e));
    }
  }

  private <T> T within(Steps<T> steps) throws IOException {
    return limit.stepwise(steps).orElseThrow(() -> new LateException(limit.late("read")));
  }
}
