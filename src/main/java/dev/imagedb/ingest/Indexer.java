package dev.imagedb.ingest;

import dev.imagedb.crawl.Crawler;
import dev.imagedb.embed.Embedder;
import dev.imagedb.image.ImageDecoder;
import dev.imagedb.limit.TimeLimit;
import dev.imagedb.photo.Skipped;
import dev.imagedb.store.KnownFile;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoStore;
import dev.imagedb.store.PhotoWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Brings a database up to date with folders of pictures.
///
/// crawl → known and unchanged? pass by → read the bytes once: hash, metadata, decode at the
/// smallest sufficient scale, turn upright, resize → batch → embed → one document → commit now and
/// then → remove what is gone. [IndexWorker] is that list for one picture.
public final class Indexer {
  private static final String UNMOUNTED =
      "the folder is empty, and its pictures are kept: connect its drive, or give it to imagedb remove";

  private final PhotoStore store;
  private final Supplier<Embedder> embedder;
  private final ImageDecoder decoder;

  /// An indexer.
  ///
  /// @param embedder asked for once it is certain that there is something to index and a place to
  ///   keep it, since opening a model can take long
  public Indexer(PhotoStore store, Supplier<Embedder> embedder, ImageDecoder decoder) {
    this.store = store;
    this.embedder = embedder;
    this.decoder = decoder;
  }

  /// Runs until all is done or the run is cancelled; what is done by then is committed.
  ///
  /// @param told is handed the report, on whatever thread: at the end, or, where the run is
  ///   cancelled and something holds it up, as soon as what is done is committed
  /// @throws dev.imagedb.fault.UserException where a root is not there, or the database is of
  ///   another model or another program, or another process writes to it
  public IndexReport index(
      IndexRequest request,
      IndexProgress progress,
      Cancellation cancellation,
      Consumer<IndexReport> told) {
    Tally tally = new Tally(progress);
    Set<Path> unreadable = ConcurrentHashMap.newKeySet();
    Settlement settlement;
    // One thread more than the workers: the crawl's.
    try (TimeLimit timeLimit =
            new TimeLimit(request.timeout(), request.workers() + 1, cancellation::isRequested);
        FileFeed feed =
            new FileFeed(
                new Crawler(
                    request.crawl(), skipped -> passBy(skipped, unreadable, tally), timeLimit),
                tally)) {
      store.exists();
      settlement =
          index(request, embedder.get(), timeLimit, feed, unreadable, tally, cancellation, told);
    } finally {
      progress.finish();
    }
    settlement.tell();
    return settlement.settle(cancellation.isRequested());
  }

  private Settlement index(
      IndexRequest request,
      Embedder model,
      TimeLimit timeLimit,
      FileFeed feed,
      Set<Path> unreadable,
      Tally tally,
      Cancellation cancellation,
      Consumer<IndexReport> told) {
    long start = System.nanoTime();
    List<Path> roots = request.crawl().roots();
    try (PhotoWriter writer = store.writer(model.space(), request.force());
        PhotoReader before = store.reader()) {
      Settlement settlement = new Settlement(writer, model.space(), tally, start, told);
      cancellation.heed(() -> end(settlement));
      writer.addRoots(roots);
      IndexRun run =
          new IndexRun(
              request,
              model,
              new PictureReader(decoder, model, request.fullDecode()),
              timeLimit,
              feed,
              before,
              before.known(roots),
              writer,
              new Batches(model, writer, tally),
              tally,
              new CommitSchedule(writer, tally::embedded),
              cancellation,
              ConcurrentHashMap.newKeySet(),
              unreadable);
      work(run);
      roots.stream()
          .filter(root -> !unreadable.contains(root) && looksUnmounted(root, run.known()))
          .forEach(root -> passBy(new Skipped(root, UNMOUNTED), unreadable, tally));
      if (request.prune() && !run.isStopped()) {
        prune(run);
      }
      settlement.settle(run.isStopped());
      if (request.force()) {
        forgetEarlierPrecisions(run);
      }
      return settlement;
    }
  }

  private static void end(Settlement settlement) {
    settlement.settle(/* interrupted= */ true);
    settlement.tell();
  }

  /// Where all vectors were made anew, none is left of what an earlier run made.
  private void forgetEarlierPrecisions(IndexRun run) {
    long stored = run.tally().embedded();
    try (PhotoReader after = store.reader()) {
      if (stored > 0 && stored == after.status().pictures()) {
        run.writer().setPrecision(run.embedder().precision().label());
        run.writer().commit();
      }
    }
  }

  /// Whether a root is an empty folder though pictures in it are known: what a mount point is while
  /// its drive is not connected.
  private static boolean looksUnmounted(Path root, Map<Path, KnownFile> known) {
    if (!Files.isDirectory(root)
        || known.keySet().stream().noneMatch(path -> path.startsWith(root))) {
      return false;
    }
    try (Stream<Path> entries = Files.list(root)) {
      return entries.findAny().isEmpty();
    } catch (IOException | UncheckedIOException e) {
      return false; // the crawl has told what is wrong with it
    }
  }

  private static void passBy(Skipped skipped, Set<Path> unreadable, Tally tally) {
    unreadable.add(skipped.path());
    tally.seen();
    tally.skipped(skipped);
  }

  /// Runs all workers to their end. What one throws ends the run; what was done is committed first.
  private static void work(IndexRun run) {
    Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < run.request().workers(); i++) {
      threads.add(
          Thread.ofPlatform()
              .name("index-" + i)
              .uncaughtExceptionHandler(
                  (_, thrown) -> {
                    failures.add(thrown);
                    run.cancellation().request();
                  })
              .start(new IndexWorker(run)));
    }
    threads.forEach(Indexer::await);
    Throwable failure = failures.peek();
    if (failure != null) {
      run.writer().commit();
      throw rethrown(failure);
    }
  }

  private static RuntimeException rethrown(Throwable failure) {
    return switch (failure) {
      case RuntimeException known -> known;
      case Error error -> throw error;
      default -> new IllegalStateException(failure);
    };
  }

  private static void await(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// Removes pictures whose files are gone. A file that is there but was left out of this crawl
  /// stays, and so does what lies in a folder that could not be read.
  private static void prune(IndexRun run) {
    run.known().keySet().stream()
        .filter(path -> !run.feed().gave(path) && !run.movedAway().contains(path))
        .filter(run::isGone)
        .forEach(
            path -> {
              run.writer().remove(path);
              run.tally().removed();
            });
  }
}
