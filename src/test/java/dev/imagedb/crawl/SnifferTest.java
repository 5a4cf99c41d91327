package dev.imagedb.crawl;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.photo.FileFacts;
import dev.imagedb.photo.ImageFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnifferTest {
  private static final byte[] PNG = bytes("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR");

  @TempDir Path folder;

  private final Sniffer sniffer = new Sniffer();

  @Test
  void knowsAPictureByItsBytesWhateverItIsCalled() throws IOException {
    assertThat(sniffer.sniff(file("1.jpg", PNG))).isEqualTo(new Sniffed.Picture(ImageFormat.PNG));
    assertThat(sniffer.sniff(file("noname", PNG))).isEqualTo(new Sniffed.Picture(ImageFormat.PNG));
  }

  @Test
  void saysNothingOfOtherFiles() throws IOException {
    assertThat(sniffer.sniff(file("1.txt", bytes("words")))).isEqualTo(new Sniffed.NotAPicture());
    assertThat(sniffer.sniff(file("jpg", bytes("words")))).isEqualTo(new Sniffed.NotAPicture());
    assertThat(sniffer.sniff(file("0.csv", bytes("")))).isEqualTo(new Sniffed.NotAPicture());
  }

  @Test
  void saysWhatIsWrongWhereTheNamePromisesAPicture() throws IOException {
    assertThat(sniffer.sniff(file("0.JPG", bytes(""))))
        .isEqualTo(new Sniffed.Unrecognised("the file is empty"));
    assertThat(sniffer.sniff(file("1.jpg", bytes("<!DOCTYPE html><html>"))))
        .isEqualTo(
            new Sniffed.Unrecognised("it holds a web page, not a picture; download it again"));
    assertThat(sniffer.sniff(file("2.png", bytes("words"))))
        .isEqualTo(new Sniffed.Unrecognised("its first bytes are no picture's"));
  }

  @Test
  void saysWhatIsWrongWithAFileThatWasGivenByName() throws IOException {
    CrawledFile text = file("1.txt", bytes("words"));

    assertThat(sniffer.sniff(new CrawledFile(text.facts(), true)))
        .isEqualTo(new Sniffed.Unrecognised("its first bytes are no picture's"));
  }

  @Test
  void saysThatAFileIsGone() throws IOException {
    CrawledFile gone = file("1.jpg", PNG);
    Files.delete(gone.facts().path());

    assertThat(sniffer.sniff(gone))
        .isEqualTo(new Sniffed.Unreadable("it was gone before it could be read", true));
  }

  @Test
  void doesNotTakeWhatCannotBeReadForNoPicture() throws IOException {
    CrawledFile gone = file("noname", PNG);
    Files.delete(gone.facts().path());

    assertThat(sniffer.sniff(gone))
        .isEqualTo(new Sniffed.Unreadable("it was gone before it could be read", false));
  }

  @Test
  void judgesBytesThatWereReadAlready() {
    FileFacts facts = new FileFacts(folder.resolve("not-there.gif"), 6, Instant.EPOCH);

    assertThat(sniffer.sniff(new CrawledFile(facts, false), bytes("GIF89a")))
        .isEqualTo(new Sniffed.Picture(ImageFormat.GIF));
  }

  private CrawledFile file(String name, byte[] content) throws IOException {
    Path path = Files.write(folder.resolve(name), content);
    return new CrawledFile(new FileFacts(path, content.length, Instant.EPOCH), false);
  }

  private static byte[] bytes(String latin) {
    return latin.getBytes(ISO_8859_1);
  }
}
