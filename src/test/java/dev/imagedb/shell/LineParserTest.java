package dev.imagedb.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.shell.LineParser.Typed;
import org.junit.jupiter.api.Test;

class LineParserTest {
  @Test
  void theWordBeforeTheCursorIsTheOneToComplete() {
    Typed line = Typed.before("search --cam dog", 12);

    assertThat(line.words()).containsExactly("search", "--cam");
    assertThat(line.word()).isEqualTo("--cam");
    assertThat(line.wordCursor()).isEqualTo(5);
    assertThat(line.rawWordCursor()).isEqualTo(5);
  }

  @Test
  void behindASpaceANewWordBegins() {
    assertThat(Typed.before("search ", 7).words()).containsExactly("search", "");
    assertThat(Typed.before("", 0).words()).containsExactly("");
  }

  @Test
  void anOpenQuoteIsPartOfWhatIsReplaced() {
    Typed line = Typed.before("search --camera \"EOS ", 21);

    assertThat(line.word()).isEqualTo("EOS ");
    assertThat(line.rawWordCursor()).isEqualTo(5);
    assertThat(line.rawWordLength()).isEqualTo(5);
  }

  @Test
  void candidatesAreQuotedWhereTheyMustBe() {
    Typed line = Typed.before("", 0);

    assertThat(line.escape("X100V", true)).hasToString("X100V");
    assertThat(line.escape("EOS 5D", true)).hasToString("\"EOS 5D\"");
    assertThat(line.escape("EOS 5", false)).hasToString("\"EOS 5");
  }
}
