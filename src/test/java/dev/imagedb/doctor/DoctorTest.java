package dev.imagedb.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.doctor.Diagnosis.Entry;
import dev.imagedb.doctor.Surroundings.Terminal;
import dev.imagedb.embed.Processor;
import dev.imagedb.fault.UserException;
import dev.imagedb.settings.Settings;
import dev.imagedb.store.lucene.LuceneStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
  private static final long GB = 1_000_000_000;

  @TempDir Path folder;

  @Test
  void aFailureThatIsKnownIsAFinding() {
    Check broken =
        new Check() {
          @Override
          public String subject() {
            return "index";
          }

          @Override
          public Finding examine() {
            throw UserException.failed("the database is damaged", "imagedb index FOLDER");
          }
        };
    Diagnosis diagnosis = new Doctor(List.of(broken, new DecoderCheck())).examine();

    assertThat(diagnosis.isSound()).isFalse();
    assertThat(diagnosis.entries())
        .first()
        .isEqualTo(
            new Entry("index", Finding.problem("the database is damaged", "imagedb index FOLDER")));
  }

  @Test
  void aNoteIsNoFailure() {
    Diagnosis.Entry note = new Entry("disk", Finding.note("little room", "make some"));
    assertThat(new Diagnosis(List.of(note)).isSound()).isTrue();
  }

  @Test
  void anOldJavaIsAProblem() {
    assertThat(new JavaCheck(Runtime.Version.parse("21.0.1")).examine().level())
        .isEqualTo(Finding.Level.PROBLEM);
    assertThat(new JavaCheck(Runtime.Version.parse("25.0.3")).examine().told())
        .startsWith("25.0.3 of ");
  }

  @Test
  void aStartWithoutACacheCouldBeFaster() {
    assertThat(new StartCacheCheck(List.of("-Xmx1g", "-XX:AOTCache=/x/a.aot")).examine())
        .isEqualTo(Finding.ok("from the cache /x/a.aot"));
    assertThat(new StartCacheCheck(List.of()).examine().level()).isEqualTo(Finding.Level.NOTE);
  }

  @Test
  void theProcessorDecidesWhichPrecisionAutoTakes() {
    assertThat(engine().told())
        .matches("libtorch \\d.* on \\d+ cores; what the processor has is known on Linux only.*");
    assertThat(engine("sse2").told()).contains("--precision auto takes fp32, since");
    assertThat(engine("avx512_bf16").next())
        .isEqualTo("index faster, and a little less exactly, with --precision auto");
    assertThat(engine("avx512_bf16", "avx512_vnni").next())
        .isEqualTo("index faster, and a little less exactly, with --precision auto or int8");
  }

  private static Finding engine(String... flags) {
    return new EngineCheck(new Processor(Set.of(flags))).examine();
  }

  @Test
  void allPluginsAreHere() {
    assertThat(new DecoderCheck().examine().told())
        .startsWith(
            "JPEG, PNG, GIF, BMP, TIFF, WEBP, PSD, TGA, PNM, ICO; of HEIC, AVIF, JXL, RAW the"
                + " metadata alone");
  }

  @Test
  void aDatabaseThatIsNotThereIsNotMade() {
    Path none = folder.resolve("none");
    assertThat(new IndexCheck(new LuceneStore(none), none).examine())
        .isEqualTo(Finding.note("none yet in " + none, "imagedb index ~/Pictures"));
    assertThat(none).doesNotExist();
  }

  @Test
  void settingsThatArePassedOverAreWorthANote() throws IOException {
    Path file = Files.createFile(folder.resolve("config"));
    var files = List.of(Settings.databaseFile(folder), Settings.userFile(Map.of(), folder));
    assertThat(new SettingsCheck(files, List::of).examine()).isEqualTo(Finding.ok(file.toString()));
    assertThat(new SettingsCheck(files, () -> List.of("config:1: there is no option x")).examine())
        .isEqualTo(Finding.note("config:1: there is no option x", "imagedb config"));
  }

  @Test
  void namesInOtherScriptsNeedUtf8() {
    Terminal latin = new Terminal(true, "xterm", 80, true, "", "ANSI_X3.4-1968");
    assertThat(new TerminalCheck(latin).examine())
        .isEqualTo(
            Finding.problem(
                "file names are taken for ANSI_X3.4-1968, so that some are lost",
                "LC_ALL=C.UTF-8 imagedb …"));
  }

  @Test
  void aTerminalTellsWhatItCanDo() {
    Terminal kitty =
        Terminal.of(Map.of("TERM", "xterm-kitty", "KITTY_WINDOW_ID", "1"), true, 120, true);
    assertThat(told(kitty)).isEqualTo("xterm-kitty, 120 columns, colours, pictures as kitty's");
    assertThat(told(Terminal.of(Map.of(), true, 80, false)))
        .isEqualTo("of no kind, 80 columns, no colours");
    assertThat(told(Terminal.of(Map.of(), false, 80, false)))
        .isEqualTo("none: results go to a file or a pipe");
  }

  private static String told(Terminal terminal) {
    return new TerminalCheck(terminal).examine().told();
  }

  @Test
  void roomOnTheDiskIsJudgedByWhatIsWritten() {
    assertThat(DiskCheck.judged(50_000_000, "little").level()).isEqualTo(Finding.Level.PROBLEM);
    assertThat(DiskCheck.judged(GB, "some").level()).isEqualTo(Finding.Level.NOTE);
    assertThat(DiskCheck.judged(5 * GB, "enough")).isEqualTo(Finding.ok("enough"));
    assertThat(new DiskCheck(List.of(folder.resolve("not/there"))).examine().told())
        .endsWith(" GB free for " + folder.resolve("not/there"));
  }

  @Test
  void memoryIsToldInGigabytes() {
    assertThat(new MemoryCheck(4 * GB, 16 * GB).examine())
        .isEqualTo(Finding.ok("4.0 GB for Java of 16.0 GB"));
    assertThat(new MemoryCheck(GB / 2, 0).examine())
        .isEqualTo(
            Finding.note(
                "0.5 GB for Java",
                "for very large pictures: IMAGEDB_JAVA_OPTIONS=-Xmx2g imagedb …"));
  }

  @Test
  void theLimitOfOpenFilesIsReadAsLinuxWritesIt() {
    String limits =
        """
        Limit                     Soft Limit           Hard Limit           Units
        Max open files            256                  524288               files
        """;
    assertThat(FileHandlesCheck.of(limits).examine())
        .isEqualTo(
            Finding.note(
                "256 may be open at once", "where a large index cannot be opened: ulimit -n 4096"));
    assertThat(FileHandlesCheck.of("").examine())
        .isEqualTo(Finding.ok("as many at once as the system allows"));
  }
}
