package dev.imagedb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class LauncherIT {
  /// More than a slow machine embeds before it is interrupted.
  private static final int MANY = 3_000;

  @TempDir Path folder;

  @Test
  void tellsItsVersion() throws Exception {
    Launched run = Launched.by(Launched.LAUNCHER, folder, "--version");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).matches("imagedb \\d+\\.\\d+\\.\\d+.*\n");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void runsThroughSymbolicLinks() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Launched.LAUNCHER);
    Path indirect = Files.createSymbolicLink(folder.resolve("indirect"), Path.of("link"));
    assertThat(link).isExecutable();

    assertThat(Launched.by(indirect, folder, "--version").out()).startsWith("imagedb ");
  }

  @Test
  void passesExitCodesOn() throws Exception {
    assertThat(Launched.by(Launched.LAUNCHER, folder, "search").exit()).isEqualTo(2);
    assertThat(Launched.by(Launched.LAUNCHER, folder, "list", "--db", "none").exit()).isEqualTo(1);
  }

  @Test
  void keepsStandardOutputAndErrorForWhatTheyAreFor() throws Exception {
    DrawnPictures.draw(pictures(), 0, 1);
    Files.move(pictures().resolve("0.png"), pictures().resolve("a b.png"));
    Files.createFile(pictures().resolve("empty.jpg"));

    Launched index =
        Launched.by(
            Launched.LAUNCHER, folder, "index", "pictures", "--model", "builtin", "--db", "db");
    assertThat(index.exit()).isEqualTo(3);
    assertThat(index.out()).isEmpty();
    assertThat(index.err())
        .startsWith("2 pictures: 1 added, 1 skipped in ")
        .endsWith("skipped pictures/empty.jpg: the file is empty\n");

    Launched search =
        Launched.by(
            Launched.LAUNCHER, folder, "search", "--prompt", "a wall", "--paths", "--db", "db");
    assertThat(search)
        .isEqualTo(new Launched(0, folder.resolve("pictures/a b.png").toRealPath() + "\n", ""));
  }

  @Test
  void endsQuietlyWhereNobodyReadsOn() throws Exception {
    DrawnPictures.draw(pictures(), 0, 100);
    Launched.by(Launched.LAUNCHER, folder, "index", "pictures", "--model", "builtin", "--db", "db");

    Process pipe =
        Launched.start(
            folder,
            List.of(
                "bash",
                "-c",
                "set -o pipefail; '" + Launched.LAUNCHER + "' list --jsonl --db db | head -n 1"));
    Launched run = Launched.end(pipe, folder);

    assertThat(run.out().lines()).hasSize(1);
    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isZero();
  }

  @Test
  void startsFromACacheThatTheFirstCommandMade() throws Exception {
    Path project = linkedProject();
    Path launcher = project.resolve("bin/imagedb");

    assertThat(Launched.by(launcher, folder, "--version").err()).isEmpty();
    awaitCache(project.resolve("target"));
    String logged = "IMAGEDB_JAVA_OPTIONS=-Xlog:class+load " + launcher + " list --help";
    Launched second = shell(logged);

    assertThat(second.exit()).isZero();
    assertThat(second.out())
        .contains("dev.imagedb.Main source: shared objects file")
        .contains("dev.imagedb.store.lucene.LucenePhotoReader source: shared objects file");
  }

  @Test
  void runsAnUnpackedArchiveWithTheJavaThatItBrings() throws Exception {
    Path archive = unpackedArchive();
    String launcher = "env -u JAVA_HOME -u IMAGEDB_JAVA_HOME " + archive.resolve("bin/imagedb");

    Launched java = shell(launcher + " --print-java-home");
    Launched version = shell(launcher + " --version");

    assertThat(java.out()).isEqualTo(archive.resolve("lib/runtime") + "\n");
    assertThat(version.out()).startsWith("imagedb ");
    awaitCache(archive.resolve("lib/app"));
  }

  private Launched shell(String command) throws Exception {
    return Launched.end(Launched.start(folder, List.of("sh", "-c", command)), folder);
  }

  /// What `mvn -Pdist package` makes, of links.
  private Path unpackedArchive() throws IOException {
    Path archive = Files.createDirectories(folder.resolve("archive")).toRealPath();
    Files.createDirectories(archive.resolve("lib/app"));
    link(archive.resolve("bin"), "bin");
    link(archive.resolve("lib/samples"), "samples");
    link(archive.resolve("lib/app/imagedb.jar"), "target/imagedb.jar");
    link(archive.resolve("lib/app/lib"), "target/lib");
    link(archive.resolve("lib/runtime"), System.getProperty("java.home"));
    return archive;
  }

  private static void link(Path link, String target) throws IOException {
    Files.createSymbolicLink(link, Path.of(target).toAbsolutePath());
  }

  /// The project with a folder of its own for what is built.
  private Path linkedProject() throws IOException {
    Path project = folder.resolve("project");
    Files.createDirectories(project.resolve("target"));
    for (String part : List.of("bin", "samples", "target/imagedb.jar", "target/lib")) {
      link(project.resolve(part), part);
    }
    return project;
  }

  private static void awaitCache(Path target) throws Exception {
    for (int tries = 0; tries < 1_200; tries++) {
      try (Stream<Path> files = Files.list(target)) {
        if (files.anyMatch(file -> file.toString().endsWith(".aot"))
            && Files.notExists(target.resolve("rehearsal"))) {
          return;
        }
      }
      Thread.sleep(100);
    }
    throw new AssertionError("no cache was made");
  }

  /// How soon the first pictures are stored depends on the machine.
  @Test
  void commitsWhatIsDoneWhenItIsInterrupted() throws Exception {
    DrawnPictures.draw(pictures(), 0, MANY);
    int stored = 0;
    for (int millis = 500; stored == 0 && millis <= 8_000; millis *= 2) {
      stored = storedWhenInterruptedAfter(millis);
    }

    assertThat(stored).isBetween(1, MANY - 1);
    assertThat(
            Launched.by(Launched.LAUNCHER, folder, "list", "--paths", "--db", "db").out().lines())
        .hasSize(stored);
  }

  private int storedWhenInterruptedAfter(int millis) throws Exception {
    Process run =
        Launched.start(
            Launched.LAUNCHER, folder, "index", "pictures", "--model", "builtin", "--db", "db");
    awaitDatabase();
    Thread.sleep(millis);
    new ProcessBuilder("kill", "-INT", Long.toString(run.pid())).start().waitFor();
    Launched interrupted = Launched.end(run, folder);

    assertThat(interrupted.exit()).isEqualTo(130);
    assertThat(interrupted.err()).matches("(interrupted; what is counted is stored: .*\n)?");
    Matcher added = Pattern.compile("([\\d,]+) added").matcher(interrupted.err());
    return added.find() ? Integer.parseInt(added.group(1).replace(",", "")) : 0;
  }

  /// It is made just before the first picture is read.
  private void awaitDatabase() throws Exception {
    for (int tries = 0; tries < 600; tries++) {
      if (Files.exists(folder.resolve("db"))) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("no database was made");
  }

  private Path pictures() {
    return folder.resolve("pictures");
  }
}
