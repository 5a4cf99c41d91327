package dev.imagedb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A page in a real browser.
class GalleryIT {
  @TempDir Path folder;

  private Path page = Path.of("");
  private String browser = "";

  @BeforeEach
  void writeAPage() throws Exception {
    Optional<String> found = Stream.of("chromium", "google-chrome").filter(this::runs).findFirst();
    assumeTrue(found.isPresent(), "there is no chromium");
    browser = found.get();
    Path pictures = Files.createDirectories(folder.resolve("pictures"));
    BufferedImage image = new BufferedImage(96, 64, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(image, "png", pictures.resolve("<b>black & white.png").toFile());
    page = folder.resolve("page.html");
    Launched.by(Launched.LAUNCHER, folder, "index", "pictures", "--model", "builtin", "--db", "db");
    Launched.by(
        Launched.LAUNCHER, folder, "search", "a wall", "--db", "db", "--gallery", "page.html");
  }

  /// What the policy forbids, the browser tells; and only where the script ran, the page says so.
  @Test
  void runsItsScriptUnderItsOwnPolicy() throws Exception {
    Launched run = browse("--enable-logging=stderr", "--dump-dom");
    assertThat(run.out()).contains("<html lang=\"en\" class=\"scripted\">");
    assertThat(run.out()).contains("<span class=\"name\">&lt;b&gt;black &amp; white.png</span>");
    assertThat(run.err()).doesNotContain("Content Security Policy", "CONSOLE");
  }

  @Test
  void isStyled() throws Exception {
    Path picture = folder.resolve("page.png");
    browse("--window-size=800,600", "--screenshot=" + picture);
    BufferedImage seen = ImageIO.read(picture.toFile());
    assertThat(seen.getRGB(2, 2) & 0xffffff).isIn(0xfbfaf8, 0x161514);
  }

  private Launched browse(String... options) throws Exception {
    List<String> command =
        Stream.of(
                Stream.of(browser, "--headless", "--no-sandbox", "--disable-gpu"),
                Stream.of("--user-data-dir=" + folder.resolve("browser")),
                Stream.of(options),
                Stream.of(page.toUri().toString()))
            .flatMap(words -> words)
            .toList();
    return Launched.end(Launched.start(folder, command), folder);
  }

  private boolean runs(String program) {
    try {
      Process process = new ProcessBuilder(program, "--version").start();
      return new String(process.getInputStream().readAllBytes(), UTF_8).contains("Chrom")
          && process.waitFor() == 0;
    } catch (Exception missing) {
      return false;
    }
  }
}
