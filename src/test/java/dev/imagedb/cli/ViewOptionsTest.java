package dev.imagedb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.photo.ContentHash;
import dev.imagedb.photo.Dimensions;
import dev.imagedb.photo.FileFacts;
import dev.imagedb.photo.ImageFormat;
import dev.imagedb.photo.Metadata;
import dev.imagedb.photo.Photo;
import dev.imagedb.photo.VectorSpace;
import dev.imagedb.store.PhotoWriter;
import dev.imagedb.store.lucene.LuceneStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Looking at two drawn pictures.
class ViewOptionsTest {
  private static final VectorSpace SPACE = new VectorSpace("toy", "ab", 2, "as it is");

  @TempDir static Path home;

  @BeforeAll
  static void keepTwoPictures() throws IOException {
    Gallery.drawIn(home);
    try (PhotoWriter writer = new LuceneStore(home.resolve("db")).writer(SPACE, false)) {
      writer.put(photo("photos/dot.png"), new float[] {1, 0});
      writer.put(photo("photos/wall.png"), new float[] {0, 1});
      writer.commit();
    }
  }

  @Test
  void writesAGalleryInsteadOfATable() {
    list("--gallery", "all.html")
        .was(0, "", "imagedb: all.html: 2 pictures, " + size("all.html") + "\n");
    assertThat(home.resolve("all.html")).content().contains("dot.png", "data:image/jpeg;base64,");
  }

  @Test
  void writesAContactSheetAndWhatElseIsAskedFor() {
    CliRun run = list("--sheet", "all.png", "--gallery", "both.html", "--paths");
    run.was(
        0,
        home.resolve("photos/dot.png") + "\n" + home.resolve("photos/wall.png") + "\n",
        "imagedb: all.png: 2 pictures, %s\nimagedb: both.html: 2 pictures, %s\n"
            .formatted(size("all.png"), size("both.html")));
    assertThat(home.resolve("all.png")).isNotEmptyFile();
  }

  @Test
  void keepsThumbnailsInTheDatabasesFolder() {
    list("--gallery", "kept.html");
    assertThat(home.resolve("db/thumbnails")).isNotEmptyDirectory();
  }

  @Test
  void drawsInAPipeWhereItIsToldHow() {
    assertThat(list("--preview=blocks").done()).contains("▀", "photos/dot.png", "96x64");
    list("--preview")
        .failed(
            2,
            "imagedb: --preview draws on a terminal, and standard output is none",
            "  try: --preview=blocks, for coloured characters all the same");
  }

  @Test
  void takesWordsAfterPreviewForWords() {
    assertThat(CliRun.in(home, "search", "--preview", "a dog", "--db", "db").err())
        .contains("standard output is none");
  }

  @Test
  void refusesAWayOfDrawingThatThereIsNot() {
    assertThat(list("--preview=ascii").err()).contains("--preview", "ascii");
  }

  @Test
  void drawsBesideTheTableAndNoOtherFormat() {
    list("--preview=blocks", "--json")
        .failed(
            2,
            "imagedb: --preview draws pictures beside a table, which another format was asked for"
                + " instead of",
            "  try: leave one of them out");
  }

  @Test
  void looksAtNoNumbers() {
    CliRun.in(home, "search", "--count", "--gallery", "x.html", "--db", "db")
        .failed(
            2,
            "imagedb: --count and --facet print numbers, so there are no pictures to look at",
            "  try: leave out --preview, --gallery, --sheet and --open");
  }

  @Test
  void saysBeforehandWhereNothingCanBeWritten() {
    list("--gallery", "none/all.html")
        .failed(
            2,
            "imagedb: there is no folder for none/all.html to be written in",
            "  try: mkdir -p " + home.resolve("none"));
    list("--sheet", "photos").failed(2, "imagedb: photos is a folder", "  try: --sheet FILE");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "opens with POSIX's programs")
  void opensTheFirstPictureOrWhatWasWritten() throws IOException {
    Path seen = Files.createDirectories(home.resolve("seen"));
    Map<String, String> opener = Map.of("IMAGEDB_OPENER", "cp -t " + seen);
    CliRun.in(home, opener, "list", "--db", "db", "--open", "--paths", "-k", "1").done();
    assertThat(seen.resolve("dot.png")).exists();
    CliRun.in(home, opener, "list", "--db", "db", "--open", "--gallery", "open.html");
    assertThat(seen.resolve("open.html")).exists();
  }

  private static CliRun list(String... options) {
    String[] all = new String[options.length + 3];
    System.arraycopy(new String[] {"list", "--db", "db"}, 0, all, 0, 3);
    System.arraycopy(options, 0, all, 3, options.length);
    return CliRun.in(home, all);
  }

  private static String size(String file) {
    long bytes = home.resolve(file).toFile().length();
    return "%.1f kB".formatted(bytes / 1000.0);
  }

  private static Photo photo(String name) throws IOException {
    Path file = home.resolve(name);
    return new Photo(
        new FileFacts(file, Files.size(file), Instant.EPOCH),
        ContentHash.of(Files.readAllBytes(file)),
        ImageFormat.PNG,
        new Dimensions(96, 64),
        Metadata.NONE,
        null,
        List.of(),
        null);
  }
}
