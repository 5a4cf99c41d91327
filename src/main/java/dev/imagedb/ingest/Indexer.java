package dev.imagedb.ingest;

import dev.imagedb.crawl.Crawler;
import dev.imagedb.embed.Embedder;
import dev.imagedb.image.ImageDecoder;
import dev.imagedb.store.KnownFile;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoStore;
import dev.imagedb.store.PhotoWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/// Brings a database up to date with folders of pictures.
///
/// crawl → known and unchanged? pass by → read the bytes once: hash, metadata, decode at the
/// smallest sufficient scale, turn upright, resize → batch → embed → one document → commit now and
/// then → remove what is gone. [IndexWorker] is that list for one picture.
public final class Indexer {
  private final PhotoStore store;
  private final Embedder embedder;
  private final ImageDecoder decoder;

  public Indexer(PhotoStore store, Embedder embedder, ImageDecoder decoder) {
    this.store = store;
    this.embedder = embedder;
    this.decoder = decoder;
  }

  /// Runs until all is done or the run is cancelled; what is done by then is committed.
  ///
  /// @throws dev.imagedb.fault.UserException where a root is not there, or the database is of
  ///   another model, or another process writes to it
  public IndexReport index(
      IndexRequest request, IndexProgress progress, Cancellation cancellation) {
    long start = System.nanoTime();
    Tally tally = new Tally(progress);
    List<Path> unreadable = new CopyOnWriteArrayList<>();
    Crawler crawler =
        new Crawler(
            request.crawl(),
            skipped -> {
              unreadable.add(skipped.path());
              tally.skipped(skipped);
            });
    try (FileFeed feed = new FileFeed(crawler);
        PhotoWriter writer = store.writer(embedder.space(), request.force());
        PhotoReader before = store.reader()) {
      writer.addRoots(request.crawl().roots());
      Map<Path, KnownFile> known = before.known(request.crawl().roots());
      IndexRun run =
          new IndexRun(
              request,
              embedder,
              new PictureReader(decoder, embedder, request.fullDecode()),
              feed,
              before,
              known,
              writer,
              tally,
              new CommitSchedule(writer),
              cancellation,
              ConcurrentHashMap.newKeySet());
      work(run);
      if (request.prune() && !run.isStopped()) {
        prune(run, unreadable);
      }
      writer.commit();
      return tally.report(
          Duration.ofNanos(System.nanoTime() - start), embedder.space(), run.isStopped());
    } finally {
      progress.finish();
    }
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
    run.tally().crawled();
    Throwable failure = failures.peek();
    if (failure != null) {
      run.writer().commit();
      throw failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }
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
  private static void prune(IndexRun run, List<Path> unreadable) {
    for (Path path : run.known().keySet()) {
      boolean hidden = unreadable.stream().anyMatch(path::startsWith);
      if (!run.feed().gave(path)
          && !hidden
          && !run.movedAway().contains(path)
          && Files.notExists(path)) {
        run.writer().remove(path);
        run.tally().removed();
      }
    }
  }
}
