package dev.imagedb.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imagedb.fault.UserException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterpreterTest {
  private final LastSearch last = new LastSearch();
  private final Interpreter interpreter =
      new Interpreter(
          new Vocabulary(Examples.MANUAL), last, Path.of("/home/ann"), Path.of("/home/ann/photos"));

  @Test
  void aCommandNeedsNoPrefixAndMayHaveIt() {
    runs("search \"a dog\" -k 5", "search", "a dog", "-k", "5");
    runs("imagedb search dog", "search", "dog");
    runs("models pull large", "models", "pull", "large");
  }

  @Test
  void wordsThatAreNoCommandAreSearchedForAsTheyStand() {
    runs("a dog's ball on the  beach", "search", "a dog's ball on the  beach");
    runs("a dog --sort taken", "search", "a dog", "--sort", "taken");
    runs("--text Canon", "search", "--text", "Canon");
  }

  @Test
  void aFirstWordInQuotesIsNoCommand() {
    runs("\"list of ships\"", "search", "list of ships");
    runs("'models' \"a cat\"^2", "search", "models", "a cat^2");
  }

  @Test
  void homeIsWrittenAsInOtherShells() {
    runs("show ~/a.jpg", "show", "/home/ann/a.jpg");
    runs("search '~/a.jpg'", "search", "~/a.jpg");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "# a comment"})
  void emptyLinesAndCommentsAskForNothing(String line) {
    assertThat(interpreter.read(line)).isEqualTo(new Action.Rest());
  }

  @ParameterizedTest
  @ValueSource(strings = {"exit", "quit", " exit "})
  void oneCanLeave(String line) {
    assertThat(interpreter.read(line)).isEqualTo(new Action.Leave());
  }

  @Test
  void helpIsForAllOrForACommand() {
    assertThat(interpreter.read("help")).isEqualTo(new Action.Help());
    assertThat(interpreter.read("--help")).isEqualTo(new Action.Help());
    runs("help models pull", "models", "pull", "--help");
  }

  @Test
  void hitsAreNamedByTheirNumbers() {
    found("a dog", 1, 20, 45);

    assertThat(interpreter.read("!3")).isEqualTo(new Action.Open(Path.of("/photos/3.jpg")));
    assertThat(interpreter.read("open 3")).isEqualTo(new Action.Open(Path.of("/photos/3.jpg")));
    runs("show 3 --json", "show", "/photos/3.jpg", "--json");
    runs("like 3", "search", "--like", "/photos/3.jpg");
    runs(
        "like 3 20 -k 5",
        "search",
        "--like",
        "/photos/3.jpg",
        "--like",
        "/photos/20.jpg",
        "-k",
        "5");
  }

  @Test
  void filesCanBeNamedInPlaceOfHits() {
    assertThat(interpreter.read("open cat.jpg"))
        .isEqualTo(new Action.Open(Path.of("/home/ann/photos/cat.jpg")));
    runs("like ~/cat.jpg", "search", "--like", "/home/ann/cat.jpg");
    runs("show '3'", "show", "3");
  }

  @Test
  void moreGoesOnWhereTheLastPageEnded() {
    found("a dog -k 20 --sort taken", 1, 20, 45);
    runs("more", "search", "a dog", "-k", "20", "--sort", "taken", "--offset", "20");

    found("more", 21, 40, 45);
    runs("more", "search", "a dog", "-k", "20", "--sort", "taken", "--offset", "40");
    runs("show 3", "show", "/photos/3.jpg");
    runs("show 33", "show", "/photos/33.jpg");

    found("more", 41, 45, 45);
    refuses("more", "there is no more: that were all 45");
  }

  @Test
  void anotherSearchForgetsTheHitsOfTheOneBefore() {
    found("a dog", 1, 20, 45);
    found("a cat --page 2 -k 5", 6, 10, 45);

    runs("more", "search", "a cat", "-k", "5", "--offset", "10");
    refuses("show 3", "there is no hit 3: the last search shows 6 to 10");
  }

  @Test
  void whatCannotBeMeantIsRefused() {
    refuses("open 1", "no search has found anything yet");
    refuses("more", "no search has found anything yet");
    refuses("open", "open takes the number of a hit");
    refuses("like -k 5", "like takes the number of a hit");
    refuses("!dog", "\"dog\" is no hit's number");
    refuses("exit now", "exit takes no words");
  }

  private void found(String line, int first, int lastRank, long total) {
    if (interpreter.read(line) instanceof Action.Run(List<String> words)) {
      last.begin(words);
    }
    last.hear(Examples.answer(first, lastRank, total));
  }

  private void runs(String line, String... words) {
    assertThat(interpreter.read(line)).isEqualTo(new Action.Run(List.of(words)));
  }

  private void refuses(String line, String message) {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> interpreter.read(line))
        .withMessage(message);
  }
}
