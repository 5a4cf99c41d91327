package dev.imagedb.crawl;

import dev.imagedb.fault.UserException;
import dev.imagedb.photo.Skipped;
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
/// What cannot be read is reported and passed by: the caller must not take the pictures below such
/// a folder for deleted.
///
/// A crawler may be used again and by several threads; each stream belongs to one thread.
public final class Crawler {
  private final CrawlRequest request;
  private final Consumer<Skipped> skipped;
  private final Listing listing;

  /// @param skipped is told, on the thread that reads the stream, of what cannot be read
  public Crawler(CrawlRequest request, Consumer<Skipped> skipped) {
    this(request, skipped, Listing::ofDisk);
  }

  Crawler(CrawlRequest request, Consumer<Skipped> skipped, Listing listing) {
    this.request = request;
    this.skipped = skipped;
    this.listing = listing;
  }

  /// The files, found as they are asked for; only the folders on the way down to the present one
  /// are held. The stream is sequential and needs no closing.
  ///
  /// @throws UserException at once, before anything is read, if a root is not there
  public Stream<CrawledFile> files() {
    List<Root> roots =
        request.roots().stream()
            .map(Root::of)
            .sorted(Comparator.comparing(Root::isFolder))
            .toList();
    int traits = Spliterator.ORDERED | Spliterator.DISTINCT | Spliterator.NONNULL;
    Walk walk = new Walk(request, roots, skipped, listing);
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(walk, traits), false);
  }
}
