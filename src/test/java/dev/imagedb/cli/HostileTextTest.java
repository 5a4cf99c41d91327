package dev.imagedb.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.photo.Camera;
import dev.imagedb.photo.CaptureTime;
import dev.imagedb.photo.Description;
import dev.imagedb.photo.Dimensions;
import dev.imagedb.photo.Exposure;
import dev.imagedb.photo.FileFacts;
import dev.imagedb.photo.ImageFormat;
import dev.imagedb.photo.Metadata;
import dev.imagedb.photo.Orientation;
import dev.imagedb.photo.Photo;
import dev.imagedb.photo.VectorSpace;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoWriter;
import dev.imagedb.store.lucene.LuceneStore;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A library in which every word is meant to be obeyed by somebody: by the terminal, a browser, a
/// spreadsheet. Every command says it in every format, and nobody obeys.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "its file system has no such names")
final class HostileTextTest {
  /// A title, a colour and a wiped screen (C0 and C1), an override, an isolate, invisible signs,
  /// ends of lines, markup and a formula.
  private static final String HOSTILE =
      "=1+1\u001b]0;owned\u0007\u001b[31m\u009b2J\u202egpj.\u2066\u200f\u200b\u2060\ufeff\u2028\r\n\t\u0008"
          + "<img src=x onerror=alert(1)>\"'&${x}`id`";

  private static final String MODEL = Path.of("samples/model").toAbsolutePath().toString();

  /// What a terminal would obey, or not show.
  private static final Pattern OBEYED =
      Pattern.compile(
          "[\\p{Cntrl}\u0080-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff&&[^\n]]");

  @TempDir static Path folder;

  private static Path picture;

  @BeforeAll
  static void indexTheLibrary() throws IOException {
    Path photos = Files.createDirectories(folder.resolve("photos" + HOSTILE));
    picture = Files.write(photos.resolve("a" + HOSTILE + ".jpg"), jpeg(0x336699));
    Files.copy(picture, photos.resolve("@b" + HOSTILE + ".jpg"));
    Path other = Files.write(photos.resolve("c.jpg"), jpeg(0xcc2211));
    Files.createFile(photos.resolve("broken" + HOSTILE + ".jpg"));
    Files.writeString(folder.resolve("labels.txt"), "cat\u001b[31m\u202e\ndog\u009b2J\n");
    Files.writeString(
        folder.resolve("captions.csv"), "image,caption\nc.jpg,a cat \u001b[31m\u202e\n");
    Files.writeString(folder.resolve("bad.csv"), "image,caption\n\u001b[31mnowhere.jpg,x\n");
    CliRun index =
        CliRun.watched(
            folder, new byte[0], "index", photos.toString(), "--model", MODEL, "--db", "db");
    assertHarmless(index);
    assertThat(index.err()).contains("3 added, 1 skipped").contains("\\x1b]0;owned\\x07");
    assertHarmless(run("index --force --model MODEL"));
    assertHarmless(run("label --labels labels.txt --write --min-probability 0"));
    keepHostileWords(other);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "index",
        "index --json",
        "list",
        "list --json",
        "list --jsonl",
        "list --csv",
        "list --paths",
        "list -0",
        "list PHOTOS",
        "show PICTURE",
        "show PICTURE --json",
        "search --text owned",
        "search --text owned --json",
        "search --text owned --jsonl",
        "search --text owned --csv",
        "search --text owned --paths",
        "search --text owned --explain",
        "search --prompt HOSTILE --explain --json",
        "search --prompt cat --text owned --relevant",
        "search HOSTILE",
        "search --like PICTURE --not-prompt HOSTILE",
        "search --facet camera,lens,folder,ext,keywords,labels,year,place,rating",
        "search --facet camera,lens,folder,ext,keywords,labels --json",
        "search --count --camera HOSTILE",
        "search --where HOSTILE",
        "search --where camera:HOSTILE",
        "search --text HOSTILE",
        "search --image HOSTILE",
        "search --like HOSTILE",
        "search --under HOSTILE",
        "search --sort HOSTILE",
        "search --after HOSTILE",
        "search --near HOSTILE",
        "search --queries -",
        "search --queries HOSTILE",
        "search --HOSTILE",
        "HOSTILE",
        "label --labels labels.txt",
        "label --labels labels.txt --json",
        "label --labels labels.txt --csv",
        "label --labels HOSTILE,dog",
        "duplicates",
        "duplicates --json",
        "duplicates --paths",
        "duplicates -0",
        "status",
        "status --json",
        "status --skipped",
        "status --skipped --json",
        "remove HOSTILE",
        "encode --model MODEL --prompt HOSTILE --json",
        "encode --model HOSTILE --prompt a",
        "models info HOSTILE",
        "models info hf-hub:HOSTILE",
        "models verify HOSTILE",
        "models remove HOSTILE",
        "eval captions.csv",
        "eval captions.csv --json",
        "eval bad.csv",
        "eval HOSTILE",
        "eval --labels bad.csv",
        "config",
        "config --json",
        "doctor",
        "doctor --json",
        "help HOSTILE",
        "completion HOSTILE",
        "list --color HOSTILE",
        "list --limit HOSTILE",
        "serve --host HOSTILE",
        "serve --port HOSTILE",
        "search --text owned --gallery HOSTILE/x.html",
        "search --text owned --sheet HOSTILE/x.png"
      })
  void tellsATerminalNothingToObey(String line) {
    assertHarmless(run(line));
  }

  @Test
  void drawsPicturesAndTellsATerminalNothingElse() {
    CliRun run = run("list --preview=blocks");

    assertThat(run.out())
        .contains("\\x1b]0;owned")
        .doesNotContain("\u001b]0;owned", "\u009b", "\u202e", "\u2066", "\u200b", "\u2028");
  }

  @Test
  void writesAPageThatRunsNothing() throws IOException {
    CliRun run = run("search --text owned --gallery page.html");

    assertThat(run.exit()).as(run.toString()).isZero();
    String page = Files.readString(folder.resolve("page.html"));
    assertThat(page).contains("&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;");
    assertThat(page).doesNotContain("<img src=x");
    assertThat(OBEYED.matcher(page).results().map(found -> found.group().codePointAt(0))).isEmpty();
  }

  @Test
  void writesATableThatComputesNothing() {
    String table = CliRun.in(folder, "list", "--csv", "--db", "db").done();

    assertThat(table).contains(",\"'=1+1").doesNotContain(",=", ",\"=");
  }

  @Test
  void warnsWhereALineIsNoPathAndNamesWhatIsBetter() {
    CliRun run = CliRun.in(folder, "list", "--paths", "--db", "db");

    assertThat(run.err())
        .startsWith("imagedb: a name holds a line break, so lines are not paths; use --print0: ");
    assertThat(CliRun.in(folder, "list", "-0", "--db", "db").done().split("\0"))
        .contains(picture.toString());
  }

  private static void assertHarmless(CliRun run) {
    String streams = (run.out() + run.err()).replace("\0", "");
    String obeyed =
        OBEYED
            .matcher(streams)
            .results()
            .map(f -> "U+%04X".formatted((int) f.group().charAt(0)))
            .distinct()
            .collect(joining(" "));
    assertThat(obeyed).as(run.toString()).isEmpty();
    assertThat(run.err()).doesNotContain("this is our fault");
  }

  private static CliRun run(String line) {
    String[] arguments =
        Arrays.stream((line + needsDatabase(line)).split(" "))
            .map(word -> word.equals("PICTURE") ? picture.toString() : word)
            .map(word -> word.equals("PHOTOS") ? String.valueOf(picture.getParent()) : word)
            .map(word -> word.equals("MODEL") ? MODEL : word)
            .map(word -> word.replace("HOSTILE", HOSTILE))
            .toArray(String[]::new);
    byte[] queries =
        "{\"id\": \"\u202e\\u001b[31m\\ud800\", \"prompt\": \"a\"}\n\u001b[31m\n{\u001b\n"
            .getBytes(UTF_8);
    return CliRun.watched(folder, queries, arguments);
  }

  private static String needsDatabase(String line) {
    boolean none =
        List.of("models", "encode", "help", "completion", "config", "HOSTILE").stream()
            .anyMatch(line::startsWith);
    return none ? "" : " --db db";
  }

  /// What a database may hold that others wrote: hostile words in everything that is known.
  private static void keepHostileWords(Path file) throws IOException {
    Metadata metadata =
        new Metadata(
            new CaptureTime(LocalDateTime.of(2019, 7, 1, 12, 0), null),
            new Camera(HOSTILE, HOSTILE, HOSTILE),
            new Exposure(null, null, null, null),
            null,
            new Description(
                HOSTILE, HOSTILE, List.of(HOSTILE), null, HOSTILE, HOSTILE, HOSTILE, HOSTILE),
            Orientation.UPRIGHT,
            List.of(),
            List.of());
    FileFacts facts =
        new FileFacts(file, Files.size(file), Files.getLastModifiedTime(file).toInstant());
    Photo photo =
        new Photo(
            facts,
            "00".repeat(32),
            ImageFormat.JPEG,
            new Dimensions(64, 48),
            metadata,
            null,
            List.of(HOSTILE),
            null);
    put(photo);
  }

  private static void put(Photo photo) {
    LuceneStore store = new LuceneStore(folder.resolve("db"));
    VectorSpace space;
    try (PhotoReader reader = store.reader()) {
      space = reader.space();
    }
    float[] vector = new float[space.dimension()];
    vector[0] = 1;
    try (PhotoWriter writer = store.writer(space, false)) {
      writer.put(photo, vector);
      writer.commit();
    }
  }

  /// A picture of one colour.
  private static byte[] jpeg(int rgb) throws IOException {
    BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(new Color(rgb));
    pen.fillRect(0, 0, 64, 48);
    pen.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "jpg", bytes);
    return bytes.toByteArray();
  }
}
