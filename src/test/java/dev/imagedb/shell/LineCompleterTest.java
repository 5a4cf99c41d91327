package dev.imagedb.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jline.reader.Candidate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineCompleterTest {
  @TempDir static Path home;

  private static LineCompleter completer;

  @BeforeAll
  static void keepPictures() throws Exception {
    Library library = new Library(home);
    library.add("a.jpg", "EOS 5D", "harbour");
    library.add("b.jpg", "EOS 5D", "cat");
    library.add("c.jpg", "X100V", "cat");
    library.add("d.jpg", "\u001b]0;title\u0007", "ship");
    Files.createFile(home.resolve("q.jpg"));
    Files.createFile(home.resolve(".hidden"));
    completer =
        new LineCompleter(
            new Vocabulary(Examples.MANUAL),
            new IndexedValues(library.store()),
            new PathCompleter(home, home));
  }

  @Test
  void aLineBeginsWithACommand() {
    assertThat(candidates("").stream().map(Candidate::value))
        .containsExactly("search", "show", "models", "open", "like", "more", "help", "exit");
    assertThat(candidates("").getFirst().descr()).isEqualTo("Does search");
    assertThat(values("imagedb", "")).startsWith("search", "show");
  }

  @Test
  void optionsAreThoseOfTheCommand() {
    assertThat(values("show", "-")).containsExactly("--json");
    assertThat(values("search", "-"))
        .containsExactly(
            "--limit", "--sort", "--facet", "--camera", "--where", "--model", "--under", "--count");
  }

  @Test
  void wordsAndLikeTakeTheOptionsOfASearch() {
    assertThat(values("a", "dog", "--so")).contains("--sort");
    assertThat(values("like", "3", "--so")).contains("--sort");
  }

  @Test
  void commandsMayStandUnderACommand() {
    assertThat(values("models", "")).containsExactly("list", "pull");
    assertThat(values("help", "")).contains("search", "models", "more");
  }

  @Test
  void valuesAreTheWordsThatAnOptionKnows() {
    assertThat(values("search", "--sort", "")).containsExactly("score", "taken");
    assertThat(values("search", "--facet", "camera,"))
        .containsExactly("camera,camera", "camera,year");
    assertThat(values("search", "--model", "")).startsWith("builtin", "large");
    assertThat(values("search", "-k", "")).isEmpty();
  }

  @Test
  void valuesAreWhatThePicturesHave() {
    assertThat(values("search", "--camera", "")).containsExactly("EOS 5D", "X100V");
    assertThat(candidates("search", "--camera", "").getFirst().descr()).isEqualTo("2");
  }

  @Test
  void aQueryNamesFieldsAndTheirValues() {
    assertThat(values("search", "--where", "cam")).contains("camera:", "iso:", "taken:");
    assertThat(values("search", "--where", "iso:>=800 AND camera:"))
        .containsExactly("iso:>=800 AND camera:\"EOS 5D\"", "iso:>=800 AND camera:\"X100V\"");
  }

  @Test
  void pathsAreThoseThatAreThere() {
    assertThat(values("show", "")).containsExactly("db/", "q.jpg");
    assertThat(values("show", "./q")).containsExactly("./q.jpg");
    assertThat(values("show", "~/.h")).containsExactly("~/.hidden");
    assertThat(values("search", "--under", "")).containsExactly(home.toString(), "db/");
    assertThat(values("open", "q")).containsExactly("q.jpg");
    assertThat(values("show", "nowhere/")).isEmpty();
  }

  @Test
  void aFolderIsNotTheEndOfAPath() {
    assertThat(candidates("show", "d").getFirst().complete()).isFalse();
    assertThat(candidates("show", "q").getFirst().complete()).isTrue();
  }

  private static List<String> values(String... words) {
    return candidates(words).stream().map(Candidate::value).toList();
  }

  private static List<Candidate> candidates(String... words) {
    return completer.candidates(List.of(words));
  }
}
