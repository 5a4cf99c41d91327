package dev.imagedb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A disk without room, or that only gives, and a system that lets the program have little: each is
/// one clear line, and nothing that was committed is lost. The disk is one in memory, and its tests
/// are skipped where nobody may mount one.
@EnabledOnOs(value = OS.LINUX, disabledReason = "mount and ulimit are those of Linux")
class ExhaustedMachineIT {
  private static final String MODEL = Path.of("samples/model").toAbsolutePath().toString();

  /// Many enough that their vectors alone need more than [#ROOM].
  private static final int MORE = 300;

  private static final int ROOM = 100_000;

  @TempDir Path folder;

  private Path disk = Path.of("");

  @BeforeEach
  void drawPictures() throws IOException {
    disk = Files.createDirectory(folder.resolve("disk"));
    DrawnPictures.draw(folder.resolve("pictures"), 0, 10);
  }

  @AfterEach
  void unmount() throws Exception {
    Programs.output(folder, "umount", disk.toString());
  }

  @Test
  void aFullDiskLosesNothingAndIsNotKeptFull() throws Exception {
    mount();
    index();
    fillTheDisk();
    DrawnPictures.draw(folder.resolve("pictures"), 10, MORE);

    Launched full = imagedb("index");
    assertThat(full.exit()).isOne();
    assertThat(full.err())
        .endsWith(
            """
            imagedb: the database %s cannot be written: No space left on device
              try: make room there, and do the same again: what was committed is there
            """
                .formatted(database()));
    assertSoundWith(10);
    assertThat(Files.getFileStore(disk).getUsableSpace()).isGreaterThan(ROOM / 2);

    Files.delete(disk.resolve("filler"));
    assertThat(imagedb("index").exit()).isZero();
    assertSoundWith(MORE);
  }

  @Test
  void aDiskThatOnlyGivesIsReadFrom() throws Exception {
    mount();
    index();
    remount("ro");

    for (String command :
        List.of(
            "search heart",
            "list",
            "show pictures/3.png",
            "status",
            "check --deep",
            "backup copy")) {
      Launched run = imagedb(command.split(" "));
      assertThat(run.exit()).as("%s: %s", command, run).isZero();
    }
    assertThat(imagedb("index"))
        .isEqualTo(
            new Launched(
                1,
                "",
                "imagedb: the database %1$s cannot be written: %1$s/write.lock: Read-only file system\n"
                    .formatted(database())));
  }

  /// The program's own libraries need some sixty: enough to begin to write, but not to go on.
  @Test
  void fewFileHandlesLoseNothing() throws Exception {
    index();
    DrawnPictures.draw(folder.resolve("pictures"), 10, 40);

    Launched run = shell("ulimit -n 72; exec '" + Launched.LAUNCHER + "' index -q --db disk/db");
    assertThat(run.err().lines()).hasSizeLessThanOrEqualTo(2);
    if (run.exit() != 0) {
      assertThat(run.err()).contains("Too many open files");
      assertSoundWith(10);
    }
    assertThat(imagedb("index").exit()).isZero();
    assertSoundWith(40);
  }

  @Test
  void littleMemoryLosesNothing() throws Exception {
    index();
    DrawnPictures.draw(folder.resolve("pictures"), 10, 40);

    Launched run =
        shell("IMAGEDB_JAVA_OPTIONS=-Xmx12m '" + Launched.LAUNCHER + "' index -q --db disk/db");
    // As little as that may be too little for Java to begin, which it says in words of its own.
    if (run.exit() != 0 && run.out().isEmpty()) {
      assertThat(run.err())
          .isEqualTo(
              """
              imagedb: the memory that Java may use is too small
                try: IMAGEDB_JAVA_OPTIONS=-Xmx8g imagedb …
              """);
    }
    assertThat(imagedb("check").exit()).isZero();
    assertThat(imagedb("index").exit()).isZero();
    assertSoundWith(40);
  }

  private void index() throws Exception {
    assertThat(imagedb("index", "pictures", "--model", MODEL).exit()).isZero();
  }

  private void assertSoundWith(int pictures) throws Exception {
    Launched check = imagedb("check");
    assertThat(check.out() + check.err())
        .isEqualTo("sound: %d pictures in %s\n".formatted(pictures, database()));
  }

  private Path database() throws IOException {
    return disk.toRealPath().resolve("db");
  }

  private Launched imagedb(String... arguments) throws Exception {
    String[] words =
        Stream.concat(Stream.of(arguments), Stream.of("--db", database().toString()))
            .toArray(String[]::new);
    return Launched.by(Launched.LAUNCHER, folder, words);
  }

  private Launched shell(String command) throws Exception {
    return Launched.end(Launched.start(folder, List.of("sh", "-c", command)), folder);
  }

  private void mount() throws Exception {
    Programs.require("mount", "umount");
    String refused =
        Programs.output(folder, "mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString());
    assumeTrue(refused.isEmpty(), "nothing may be mounted here: " + refused);
  }

  private void remount(String option) throws Exception {
    assertThat(Programs.output(folder, "mount", "-o", "remount," + option, disk.toString()))
        .isEmpty();
  }

  private void fillTheDisk() throws IOException {
    long room = Files.getFileStore(disk).getUsableSpace() - ROOM;
    Files.write(disk.resolve("filler"), new byte[(int) room]);
  }
}
