package dev.imagedb.source;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import dev.imagedb.source.PictureSource.File;
import dev.imagedb.source.PictureSource.StandardInput;
import dev.imagedb.source.PictureSource.Url;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SourceReaderTest {
  private static final byte[] GIF = "GIF89a and what follows".getBytes(US_ASCII);

  @TempDir Path folder;

  @Test
  void readsAFile() throws IOException {
    Path file = Files.write(folder.resolve("cat"), GIF);

    assertThat(reader(InputStream.nullInputStream()).read(new File(file))).isEqualTo(GIF);
  }

  @Test
  void readsStandardInput() {
    assertThat(reader(new ByteArrayInputStream(GIF)).read(new StandardInput())).isEqualTo(GIF);
  }

  @Test
  void saysWhyAFileCannotBeUsed() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.jpg"));
    Path notes = Files.writeString(folder.resolve("notes.jpg"), "words");

    refuses(new File(empty), "cannot use the picture " + empty + ": it is empty");
    refuses(
        new File(notes), "cannot use the picture " + notes + ": its first bytes are no picture's");
    refuses(new File(folder), "cannot use the picture " + folder + ": it is a folder");
    refuses(
        new File(folder.resolve("gone")),
        "cannot use the picture " + folder.resolve("gone") + ": there is no such file");
  }

  @Test
  void saysThatStandardInputIsEmpty() {
    refuses(new StandardInput(), "cannot use the picture on standard input: it is empty");
  }

  @Test
  @Timeout(10)
  void doesNotReadOnWhereNoPictureBegins() {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> reader(new Zeros()).read(new StandardInput()))
        .withMessage("cannot use the picture on standard input: its first bytes are no picture's");
  }

  @Test
  void takesAsManyBytesAsThereMayBe() throws IOException {
    PictureBytes exact = new PictureBytes(GIF.length, "a GIF");
    PictureBytes oneLess = new PictureBytes(GIF.length - 1, "a little");

    assertThat(exact.read(new ByteArrayInputStream(GIF), "")).isEqualTo(GIF);
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> oneLess.read(new ByteArrayInputStream(GIF), ""))
        .withMessage("it is larger than a little");
  }

  @Test
  void asksThisMachineOnlyWhereThatIsAllowed() throws IOException {
    try (FakeWeb web = new FakeWeb()) {
      web.answers("/cat.gif", "image/gif", GIF);
      Url url = new Url(web.at("/cat.gif"));

      refuses(url, url + " is not on the public internet (127.0.0.1)");
      assertThat(new SourceReader(InputStream.nullInputStream(), true).read(url)).isEqualTo(GIF);
    }
  }

  @Test
  void saysWhyAnAddressCannotBeUsed() {
    try (FakeWeb web = new FakeWeb()) {
      web.answersStatus("/gone.gif", 410);
      Url url = new Url(web.at("/gone.gif"));

      assertThatExceptionOfType(UserException.class)
          .isThrownBy(() -> new SourceReader(InputStream.nullInputStream(), true).read(url))
          .withMessage("cannot use the picture " + url + ": its server answered with status 410");
    }
  }

  private void refuses(PictureSource source, String message) {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> reader(InputStream.nullInputStream()).read(source))
        .withMessage(message)
        .satisfies(refused -> assertThat(refused.exitCode()).isEqualTo(ExitCode.FAILED));
  }

  private static SourceReader reader(InputStream standardInput) {
    return new SourceReader(standardInput, false);
  }

  /// What a device may hand over: no picture, and no end.
  private static final class Zeros extends InputStream {
    @Override
    public int read() {
      return 0;
    }
  }
}
