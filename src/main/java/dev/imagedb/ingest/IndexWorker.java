package dev.imagedb.ingest;

import dev.imagedb.crawl.CrawledFile;
import dev.imagedb.crawl.Reason;
import dev.imagedb.crawl.Sniffed;
import dev.imagedb.crawl.Sniffer;
import dev.imagedb.photo.ContentHash;
import dev.imagedb.photo.FileFacts;
import dev.imagedb.photo.ImageFormat;
import dev.imagedb.photo.Metadata;
import dev.imagedb.photo.Photo;
import dev.imagedb.photo.Skipped;
import dev.imagedb.store.KnownFile;
import dev.imagedb.store.StoredPhoto;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// Takes one file after another all the way from the crawl to the store. There is one a core, and
/// each runs the whole pipeline, so that none waits for another; only what is to be embedded is
/// gathered by all of them.
final class IndexWorker implements Runnable {
  private final IndexRun run;
  private final Sniffer sniffer = new Sniffer();

  IndexWorker(IndexRun run) {
    this.run = run;
  }

  @Override
  public void run() {
    try {
      indexAll();
    } catch (CancellationException _) {
      return; // the picture at hand is for the next run
    }
    boolean more = true;
    while (more && !run.isStopped()) {
      more = run.batches().embedLast();
    }
  }

  private void indexAll() {
    while (!run.isStopped()) {
      Optional<CrawledFile> file = run.feed().next();
      if (file.isEmpty()) {
        return;
      }
      index(file.get());
      run.commits().commitIfDue();
    }
  }

  private void index(CrawledFile file) {
    KnownFile known = run.known().get(file.facts().path());
    if (known != null && isUnchanged(known, file.facts())) {
      run.tally().seen();
      run.tally().unchanged();
      return;
    }
    Look look = lookAt(file);
    switch (look.sniffed()) {
      case Sniffed.Picture(ImageFormat format) -> {
        run.tally().seen();
        indexPicture(look.now(), format, known);
      }
      case Sniffed.Unrecognised(String reason) -> {
        run.tally().seen();
        indexDisappointment(look.now(), reason, known);
      }
      case Sniffed.Unreadable(String reason, boolean promised) -> {
        if (promised || known != null) {
          run.tally().seen();
          skip(file.facts().path(), reason);
        }
      }
      case Sniffed.NotAPicture() -> forget(known);
    }
  }

  /// A file as it is when its turn comes, for the crawl may have seen it hours ago.
  private record Look(FileFacts now, Sniffed sniffed) {}

  private Look lookAt(CrawledFile crawled) {
    try {
      return run.timeLimit()
          .within(
              () -> {
                CrawledFile now = asItIsNow(crawled);
                return new Look(now.facts(), sniffer.sniff(now));
              })
          .orElseGet(() -> unreadable(crawled, run.timeLimit().late("read")));
    } catch (IOException e) {
      return unreadable(crawled, Reason.of(e));
    }
  }

  private static Look unreadable(CrawledFile file, String reason) {
    return new Look(file.facts(), Sniffer.unreadable(file, reason));
  }

  /// What cannot be seen now is for the sniffing to tell.
  private static CrawledFile asItIsNow(CrawledFile file) {
    try {
      return new CrawledFile(FileBytes.facts(file.facts().path()), file.named());
    } catch (IOException _) {
      return file;
    }
  }

  private boolean isUnchanged(KnownFile known, FileFacts facts) {
    return !run.request().force() && known.current() && known.file().equals(facts);
  }

  private void indexPicture(FileFacts file, ImageFormat format, @Nullable KnownFile known) {
    byte[] bytes = read(file);
    if (bytes == null) {
      return;
    }
    String sha256 = ContentHash.of(bytes);
    List<String> labels = labels(sha256, known);
    Optional<StoredPhoto> twin =
        run.request().force() ? Optional.empty() : run.before().content(sha256);
    if (twin.isPresent()) {
      Photo photo = completed(twin.get().photo().at(file), bytes);
      reuse(new StoredPhoto(photo.labelled(labels), twin.get().vector()), twin.get(), known);
    } else {
      embed(decoded(file, bytes, sha256, format).labelled(labels), isPicture(known));
    }
  }

  /// What an earlier version stored is read once more; what was known stays where that fails.
  private Photo completed(Photo stored, byte[] bytes) {
    if (stored.isComplete()) {
      return stored;
    }
    Photo read = decoded(stored.file(), bytes, stored.sha256(), stored.format()).photo();
    return read.readable() ? read : stored;
  }

  /// A picture that takes too long is as unreadable as a damaged one, and not tried again either.
  private PictureReader.Reading decoded(
      FileFacts file, byte[] bytes, String sha256, ImageFormat format) {
    try {
      return run.timeLimit()
          .within(() -> run.reader().read(file, bytes, sha256, format))
          .orElseGet(
              () ->
                  PictureReader.Reading.failed(
                      file, sha256, format, run.timeLimit().late("decoded")));
    } catch (IOException impossible) {
      throw new UncheckedIOException("reading memory", impossible);
    }
  }

  /// A file whose name promised a picture is remembered, so that it is not tried again until it
  /// changes; one that was merely given by name is not.
  private void indexDisappointment(FileFacts file, String reason, @Nullable KnownFile known) {
    Optional<ImageFormat> promised = ImageFormat.promisedBy(file.path());
    if (promised.isEmpty()) {
      forget(known);
      skip(file.path(), reason);
      return;
    }
    byte[] bytes = read(file);
    if (bytes != null) {
      remember(
          new Photo(
              file,
              ContentHash.of(bytes),
              promised.get(),
              null,
              Metadata.NONE,
              null,
              List.of(),
              reason));
    }
  }

  /// The whole file; null where it cannot be had, which is then counted. What was stored of it
  /// stays: a file that cannot be read now may be as it was.
  private byte @Nullable [] read(FileFacts file) {
    try {
      Optional<byte[]> bytes = run.timeLimit().within(() -> FileBytes.read(file));
      if (bytes.isPresent()) {
        return bytes.get();
      }
      skip(file.path(), run.timeLimit().late("read"));
    } catch (FileBytes.UnfitException e) {
      skip(file.path(), String.valueOf(e.getMessage()));
    } catch (IOException e) {
      skip(file.path(), Reason.of(e));
    } catch (OutOfMemoryError _) {
      skip(file.path(), "it is too large for the memory that Java may use (-Xmx)");
    }
    return null;
  }

  /// The labels of these bytes: they are nowhere but in the database, so that nothing that is done
  /// to an unchanged picture may lose them.
  private List<String> labels(String sha256, @Nullable KnownFile known) {
    Optional<Photo> same =
        known != null && known.sha256().equals(sha256)
            ? run.before().find(known.file().path())
            : run.before().content(sha256).map(StoredPhoto::photo);
    return same.map(Photo::labels).orElse(List.of());
  }

  /// The same bytes have the same vector, wherever they lie.
  private void reuse(StoredPhoto picture, StoredPhoto twin, @Nullable KnownFile known) {
    Path elsewhere = twin.photo().file().path();
    run.writer().put(picture.photo(), picture.vector());
    boolean moved = known == null && run.request().prune() && run.claimGone(elsewhere);
    if (moved) {
      run.writer().remove(elsewhere);
      run.tally().moved();
    } else {
      run.tally().stored(isPicture(known));
    }
  }

  private void embed(PictureReader.Reading reading, boolean wasKnown) {
    if (reading.square() != null) {
      run.batches().add(reading.photo(), reading.square(), wasKnown);
      return;
    }
    remember(reading.photo());
  }

  private void remember(Photo unreadable) {
    run.writer().put(unreadable, null);
    skip(unreadable.file().path(), String.valueOf(unreadable.problem()));
  }

  private void forget(@Nullable KnownFile known) {
    if (known != null) {
      run.writer().remove(known.file().path());
      run.tally().removed();
    }
  }

  private static boolean isPicture(@Nullable KnownFile known) {
    return known != null && known.readable();
  }

  private void skip(Path path, String reason) {
    run.tally().skipped(new Skipped(path, reason));
  }
}
