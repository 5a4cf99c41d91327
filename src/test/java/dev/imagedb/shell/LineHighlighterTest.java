package dev.imagedb.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineHighlighterTest {
  private final LineHighlighter highlighter =
      new LineHighlighter(new Vocabulary(Examples.MANUAL), true);

  @Test
  void commandsAreBold() {
    assertThat(shown("show a.jpg")).isEqualTo("\u001b[1mshow\u001b[0m a.jpg");
    assertThat(shown("models pull x"))
        .isEqualTo("\u001b[1mmodels\u001b[0m \u001b[1mpull\u001b[0m x");
    assertThat(shown("!3")).isEqualTo("\u001b[1m!3\u001b[0m");
  }

  @Test
  void wordsThatAreSearchedForArePlain() {
    assertThat(shown("a dog on a beach")).isEqualTo("a dog on a beach");
  }

  @Test
  void quotedWordsAreGreenAndOptionsAreCyan() {
    assertThat(shown("\"a dog\" --sort taken -k5 --limit=3"))
        .isEqualTo(
            "\u001b[32m\"a dog\"\u001b[0m \u001b[36m--sort\u001b[0m taken \u001b[36m-k5\u001b[0m"
                + " \u001b[36m--limit=3\u001b[0m");
  }

  @Test
  void whatThereIsNotIsRed() {
    assertThat(shown("show --sort")).isEqualTo("\u001b[1mshow\u001b[0m \u001b[31m--sort\u001b[0m");
    assertThat(shown("models pul")).isEqualTo("\u001b[1mmodels\u001b[0m \u001b[31mpul\u001b[0m");
  }

  @Test
  void allIsPlainWhereColoursAreNotWelcome() {
    LineHighlighter colourless = new LineHighlighter(new Vocabulary(Examples.MANUAL), false);

    assertThat(colourless.highlighted("show --sort").toString()).isEqualTo("show --sort");
  }

  private String shown(String line) {
    return highlighter.highlighted(line).toAnsi();
  }
}
