package dev.imagedb.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.imagedb.fault.UserException;
import dev.imagedb.photo.ContentHash;
import dev.imagedb.photo.FileFacts;
import dev.imagedb.photo.ImageFormat;
import dev.imagedb.photo.Metadata;
import dev.imagedb.photo.Photo;
import dev.imagedb.photo.VectorSpace;
import dev.imagedb.store.Filter;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoWriter;
import dev.imagedb.store.Plan;
import dev.imagedb.store.Selection;
import dev.imagedb.store.lucene.LuceneStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// Any text is a `--where` that a database answers, or is refused in one line and the place.
public final class WhereTarget {
  private static final PhotoReader PICTURES = ofOnePicture();

  private WhereTarget() {}

  /// Called by Jazzer.
  public static void fuzzerTestOneInput(byte[] typed) {
    Filter where = new Filter.Where(new String(typed, UTF_8));
    try {
      PICTURES.count(new Plan(null, List.of(), Selection.best(1).passing(List.of(where))));
    } catch (UserException refused) {
      OneLine.require(refused);
      refused.excerpt().ifPresent(WhereTarget::requireTwoLines);
    }
  }

  private static void requireTwoLines(String excerpt) {
    if (excerpt.lines().count() != 2) {
      throw new AssertionError("not a line and its caret: " + excerpt);
    }
  }

  private static PhotoReader ofOnePicture() {
    try {
      Path folder = Files.createTempDirectory("fuzz");
      LuceneStore store = new LuceneStore(folder);
      Path file = folder.resolve("a tabby cat.jpg");
      try (PhotoWriter writer = store.writer(new VectorSpace("none", "none", 2, "none"), false)) {
        writer.put(picture(file), null);
        writer.commit();
      }
      return store.reader();
    } catch (IOException full) {
      throw new UncheckedIOException("for a temporary database", full);
    }
  }

  private static Photo picture(Path file) {
    return new Photo(
        new FileFacts(file, 1, Instant.EPOCH),
        ContentHash.of(new byte[1]),
        ImageFormat.JPEG,
        null,
        Metadata.NONE,
        null,
        List.of("cat"),
        "cut off");
  }
}
