package dev.imagedb.doctor;

import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoStore;
import dev.imagedb.store.StoreStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Whether the database can be read and written, and is up to date.
///
/// @param database its folder
record IndexCheck(PhotoStore store, Path database) implements Check {
  @Override
  public String subject() {
    return "index";
  }

  @Override
  public Finding examine() {
    if (!store.exists()) {
      return Finding.note("none yet in " + database, "imagedb index ~/Pictures");
    }
    try (PhotoReader reader = store.reader()) {
      return judged(reader.status());
    }
  }

  private Finding judged(StoreStatus status) {
    String told =
        String.format(
            Locale.ROOT,
            "%,d pictures in %.1f MB, schema %d, in %s",
            status.pictures(),
            status.bytes() / 1e6,
            status.schema(),
            database);
    if (!Files.isWritable(database)) {
      return Finding.note(
          told + ", which cannot be written", "to index: give yourself the right to write there");
    }
    if (status.stale() > 0) {
      return Finding.note(
          String.format(Locale.ROOT, "%s; %,d of an earlier model", told, status.stale()),
          "imagedb index");
    }
    return status.skipped() > 0
        ? new Finding(
            Finding.Level.OK,
            String.format(Locale.ROOT, "%s; %,d skipped", told, status.skipped()),
            "imagedb status --skipped")
        : Finding.ok(told);
  }
}
