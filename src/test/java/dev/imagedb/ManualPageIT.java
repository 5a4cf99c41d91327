package dev.imagedb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The manual page as its readers show it.
class ManualPageIT {
  private static final String PAGE = Path.of("completions/imagedb.1").toAbsolutePath().toString();

  @TempDir Path folder;

  @Test
  void groffFindsNothingToWarnOf() throws Exception {
    Programs.require("groff");
    assertThat(Programs.output(folder, "groff", "-man", "-ww", "-z", "-Tutf8", PAGE)).isEmpty();
  }

  @Test
  void manShowsIt() throws Exception {
    Programs.require("man", "groff");
    String shown = Programs.output(folder, "env", "MANWIDTH=80", "man", "--warnings", "-l", PAGE);

    assertThat(shown.lines())
        .contains("       imagedb - finds photographs by what is in them")
        .contains("       imagedb search [OPTION...] [WORDS|FILE|URL...]")
        .contains("       -k, --limit N")
        .filteredOn(line -> !line.startsWith("       imagedb ")) // examples are not broken
        .allMatch(line -> line.length() <= 80);
  }
}
