package dev.imagedb.crawl;

import dev.imagedb.fault.UserException;
import dev.imagedb.limit.TimeLimit;
import dev.imagedb.photo.Skipped;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Finds the files that may be pictures.
///
/// Every regular file that the request does not leave out is given once, however many roots or
/// links lead to it, and without being opened: files given by name first, then each folder depth
/// first in the order of names. The same tree gives the same order. Links, pipes, sockets and
/// devices are passed by; so are folders named `.imagedb`, and what `.imagedbignore` files below a
/// root leave out. Where a root is followed through links, or a file is given by name, two hard
/// links to one file count as the same file.
///
/// What cannot be read, or not in time, is reported and passed by: the caller must not take the
/// pictures below such a folder for deleted.
///
/// A crawler may be used again and by several threads; each stream belongs to one thread.
public final class Crawler {
  private final CrawlRequest request;
  private final Consumer<Skipped> skipped;
  private final Disk disk;

  /// @param skipped is told, on the thread that reads the stream, of what cannot be read
  /// @param limit for each look at a folder or some of its entries
  public Crawler(CrawlRequest request, Consumer<Skipped> skipped, TimeLimit limit) {
    this(request, skipped, limit, Listing::ofDisk);
  }

  Crawler(CrawlRequest request, Consumer<Skipped> skipped, TimeLimit limit, Listing listing) {
    this.request = request;
    this.skipped = skipped;
    this.disk = new Disk(listing, request.followLinks(), limit);
  }

  /// The files, found as they are asked for; only the folders on the way down to the present one
  /// are held. The stream is sequential and needs no closing.
  ///
  /// @throws UserException at once, before any folder is read, if a root is not there
  public Stream<CrawledFile> files() {
    List<Root> roots =
        request.roots().stream()
            .flatMap(this::root)
            .sorted(Comparator.comparing(Root::isFolder))
            .toList();
    int traits = Spliterator.ORDERED | Spliterator.DISTINCT | Spliterator.NONNULL;
    Walk walk = new Walk(request, roots, skipped, disk);
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(walk, traits), false);
  }

  /// A drive that does not answer keeps nobody from going through the others.
  private Stream<Root> root(Path path) {
    try {
      return Stream.of(Root.of(path, disk));
    } catch (LateException e) {
      skipped.accept(new Skipped(path, Reason.of(e)));
      return Stream.empty();
    }
  }
}
