package dev.imagedb.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imagedb.fault.UserException;
import dev.imagedb.source.PictureSource.File;
import dev.imagedb.source.PictureSource.StandardInput;
import dev.imagedb.source.PictureSource.Url;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureSourceTest {
  @TempDir Path folder;

  @Test
  void isAFileUnlessItLooksLikeSomethingElse() {
    assertThat(source("a/../cat.jpg")).isEqualTo(new File(folder.resolve("cat.jpg")));
    assertThat(source("./-")).isEqualTo(new File(folder.resolve("-")));
    assertThat(source("https.jpg")).isEqualTo(new File(folder.resolve("https.jpg")));
    assertThat(source("-")).isEqualTo(new StandardInput());
    assertThat(source("HTTPS://example.org/cat.jpg"))
        .isEqualTo(new Url(URI.create("HTTPS://example.org/cat.jpg")));
  }

  @Test
  void saysWhatIsWrongWithAnAddress() {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> source("https://example.org/my cat.jpg"))
        .withMessage("not an address: https://example.org/my cat.jpg (Illegal character in path)");
  }

  @Test
  void saysWhatIsNoFilesName() {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> source("a\0b"))
        .withMessage("not a file's name: a\0b");
  }

  @Test
  void knowsTheExtensionOfItsName() {
    assertThat(source("a.b/cat.NEF").extension()).isEqualTo("NEF");
    assertThat(source("a.b/cat").extension()).isEmpty();
    assertThat(source("https://example.org/cat.tga?size=1.jpg").extension()).isEqualTo("tga");
    assertThat(source("https://example.org").extension()).isEmpty();
    assertThat(source("-").extension()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "http://example.org", "missing.jpg", "there"})
  void isMeantByWhatCannotBeWords(String written) throws IOException {
    Files.createFile(folder.resolve("there"));

    assertThat(PictureSource.isMeant(written, folder)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"cat", "a cat.jpg of mine", "what is a .jpg", "jpg", "beach", "a\0b", "http: no"})
  void isNotMeantByWordsNorByAFolder(String written) throws IOException {
    Files.createDirectory(folder.resolve("beach"));

    assertThat(PictureSource.isMeant(written, folder)).isFalse();
  }

  private PictureSource source(String written) {
    return PictureSource.of(written, folder);
  }
}
