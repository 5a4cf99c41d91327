package dev.imagedb.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.imagedb.evaluation.TopicFile.Topic;
import dev.imagedb.fault.UserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicFileTest {
  @TempDir Path folder;

  @Test
  void readsACaptionALine() throws IOException {
    Path file = write("image,caption\na.jpg,A dog .\nb.jpg,\"a cat, \"\"asleep\"\"\"\n");

    assertThat(TopicFile.ofCaptions(file).topics())
        .containsExactly(
            new Topic("1", "A dog .", Map.of("a.jpg", 1)),
            new Topic("2", "a cat, \"asleep\"", Map.of("b.jpg", 1)));
  }

  @Test
  void readsColumnsInAnyOrderAmongOthersBehindAByteOrderMark() throws IOException {
    Path file = write("\uFEFFcaption,split,image\r\na dog,test,a.jpg\r\n");

    assertThat(TopicFile.ofCaptions(file).topics())
        .containsExactly(new Topic("1", "a dog", Map.of("a.jpg", 1)));
  }

  @Test
  void saysWhichColumnIsMissing() throws IOException {
    Path file = write("image,text\na.jpg,a dog\n");

    refused(() -> TopicFile.ofCaptions(file))
        .isEqualTo(file + " has no column 'caption'; its first line is: image,text");
  }

  @Test
  void saysWhichRecordLacksACell() throws IOException {
    Path file = write("image,caption\na.jpg,a dog\nb.jpg\n");

    refused(() -> TopicFile.ofCaptions(file))
        .isEqualTo(file + ", record 2: expected image,caption but it is: b.jpg");
  }

  @Test
  void refusesFilesThatSayNothing() throws IOException {
    Path empty = write("\n");
    refused(() -> TopicFile.ofCaptions(empty)).isEqualTo(empty + " is empty");

    Path header = write("image,caption\n");
    refused(() -> TopicFile.ofCaptions(header)).isEqualTo(header + " has no line below its header");
  }

  @Test
  void refusesWhatIsNoText() throws IOException {
    Path file = folder.resolve("latin.csv");
    Files.write(file, "image,caption\na.jpg,caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

    refused(() -> TopicFile.ofCaptions(file)).isEqualTo(file + " is no text in UTF-8");
    refused(() -> TopicFile.ofCaptions(folder.resolve("none.csv")))
        .isEqualTo("there is no file " + folder.resolve("none.csv"));
    refused(() -> TopicFile.ofCaptions(folder))
        .isEqualTo("cannot read " + folder + ": it is a folder");
  }

  @Test
  void refusesAQuoteThatNeverEnds() throws IOException {
    Path file = write("image,caption\na.jpg,\"a dog\n");

    refused(() -> TopicFile.ofCaptions(file)).startsWith(file + " is no CSV file: ");
  }

  @Test
  void joinsJudgementsWithTheirTopics() throws IOException {
    Path judgements = write("7 0 a.jpg 2\n7 0 my dog.jpg 1\n8\t0\tc.jpg\t-1\n9 0 d.jpg 1\n");
    Path topics = write("7\ta dog\n8\ttwo cats\n10\tnobody judged this\n");

    assertThat(TopicFile.ofTrec(judgements, topics).topics())
        .containsExactly(
            new Topic("7", "a dog", Map.of("a.jpg", 2, "my dog.jpg", 1)),
            new Topic("8", "two cats", Map.of("c.jpg", -1)));
  }

  @Test
  void saysWhichLineIsMalformed() throws IOException {
    Path good = write("7\ta dog\n");
    Path qrels = write("7 0 a.jpg 2\n\n7 0 b.jpg much\n");
    refused(() -> TopicFile.ofTrec(qrels, good))
        .isEqualTo(
            qrels + ", line 3: expected topic 0 document relevance, but it is: 7 0 b.jpg much");

    Path judged = write("7 0 a.jpg 2\n");
    Path topics = write("7 a dog\n");
    refused(() -> TopicFile.ofTrec(judged, topics))
        .isEqualTo(topics + ", line 1: expected a topic, a tab, and its words, but it is: 7 a dog");

    Path twice = write("7\ta dog\n7\ta cat\n");
    refused(() -> TopicFile.ofTrec(judged, twice))
        .isEqualTo(twice + ", line 2: there is another topic 7");
  }

  @Test
  void refusesJudgementsOfOtherTopics() throws IOException {
    Path judgements = write("1 0 a.jpg 2\n");
    Path topics = write("7\ta dog\n");

    refused(() -> TopicFile.ofTrec(judgements, topics))
        .isEqualTo(judgements + " judges none of the topics of " + topics);
  }

  private static AbstractStringAssert<?> refused(ThrowingCallable reading) {
    UserException refusal = catchThrowableOfType(UserException.class, reading);
    return assertThat(refusal == null ? "it was not refused" : refusal.getMessage());
  }

  private Path write(String text) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "file", ".txt"), text);
  }
}
