package dev.imagedb.labelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imagedb.fault.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelListTest {
  @TempDir Path folder;

  @Test
  void takesWordsApartAtCommas() {
    assertThat(LabelList.parse(" cat, dog ,,a red car,cat", folder).labels())
        .containsExactly("cat", "dog", "a red car");
  }

  @Test
  void readsALabelALineFromAFile() throws IOException {
    Files.writeString(
        folder.resolve("labels.txt"), "\uFEFF# pets\r\ncat\r\n\r\n  dog, asleep  \r\n # no\ncat\n");

    assertThat(LabelList.parse("labels.txt", folder).labels())
        .containsExactly("cat", "dog, asleep");
  }

  @Test
  void takesAnythingThatIsNoFileForLabels() {
    assertThat(LabelList.parse("no.txt", folder).labels()).containsExactly("no.txt");
    assertThat(LabelList.parse("a\0b", folder).labels()).containsExactly("a\0b");
  }

  @Test
  void refusesNoLabelsAtAll() throws IOException {
    Files.writeString(folder.resolve("blank.txt"), "# nothing\n\n");

    for (String written : new String[] {"", " , ", "blank.txt"}) {
      assertThatExceptionOfType(UserException.class)
          .isThrownBy(() -> LabelList.parse(written, folder))
          .withMessage("there are no labels");
    }
  }

  @Test
  void refusesAFileThatIsNoText() throws IOException {
    Path file = Files.write(folder.resolve("picture.jpg"), new byte[] {(byte) 0xff, (byte) 0xd8});

    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> LabelList.parse("picture.jpg", folder))
        .withMessage(file + " is no text in UTF-8");
  }
}
