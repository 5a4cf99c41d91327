package dev.imagedb.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordReaderTest {
  @Test
  void spacesPartWords() {
    assertThat(texts("  search  dog\t-k 5 ")).containsExactly("search", "dog", "-k", "5");
    assertThat(texts(" ")).isEmpty();
  }

  @Test
  void quotesHoldWordsTogether() {
    assertThat(texts("search \"a dog\" 'on a beach'"))
        .containsExactly("search", "a dog", "on a beach");
    assertThat(texts("search \"a dog\"^2 --text=\"New York\""))
        .containsExactly("search", "a dog^2", "--text=New York");
    assertThat(texts("search \"\"")).containsExactly("search", "");
  }

  @Test
  void aQuoteInsideAWordMeansItself() {
    assertThat(texts("a dog's ball")).containsExactly("a", "dog's", "ball");
    assertThat(texts("--where camera:\"X100V\"")).containsExactly("--where", "camera:\"X100V\"");
  }

  @Test
  void aQuoteThatIsNotClosedReachesToTheEnd() {
    assertThat(texts("search \"a dog on")).containsExactly("search", "a dog on");
    assertThat(texts("search \"")).containsExactly("search", "");
  }

  @Test
  void aBackslashTakesSpacesQuotesAndItselfForWhatTheyAre() {
    assertThat(texts("show my\\ dog.jpg \\\"x \"a \\\"b\\\"\" C:\\photos"))
        .containsExactly("show", "my dog.jpg", "\"x", "a \"b\"", "C:\\photos");
  }

  @Test
  void wordsKnowTheirPlaceInTheLine() {
    assertThat(WordReader.words("show \"a b\" -x"))
        .containsExactly(
            new Word("show", 0, 4, false),
            new Word("a b", 5, 10, true),
            new Word("-x", 11, 13, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"dog", "a dog", "", "it's", "say \"x\"", "back\\slash", "#1", "日本 語", "-k"})
  void whatIsQuotedIsReadAsItWas(String text) {
    assertThat(texts(WordReader.quoted(text))).containsExactly(text);
  }

  private static List<String> texts(String line) {
    return WordReader.words(line).stream().map(Word::text).toList();
  }
}
