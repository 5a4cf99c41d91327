package dev.imagedb.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagerTest {
  private final StringWriter screen = new StringWriter();

  @Test
  void whatFitsIsNotAskedAbout() {
    assertThat(shown(60, "one", "two", "three")).isEqualTo("one\ntwo\nthree\n");
  }

  @Test
  void whatDoesNotFitComesAPageAtATime() {
    assertThat(shown(60, List.of(3), "1", "2", "3", "4", "5", "6"))
        .isEqualTo("1\n2\n3\n?4\n5\n6\n");
  }

  @Test
  void aLineAtATimeCanBeHad() {
    assertThat(shown(60, List.of(1, 1), "1", "2", "3", "4", "5")).isEqualTo("1\n2\n3\n?4\n?5\n");
  }

  @Test
  void whoWantsNoMoreIsShownNoMore() {
    assertThat(shown(60, List.of(0), "1", "2", "3", "4", "5")).isEqualTo("1\n2\n3\n?");
  }

  @Test
  void aLongLineTakesSeveralRows() {
    assertThat(shown(60, List.of(3), "x".repeat(61), "2", "3"))
        .isEqualTo("x".repeat(61) + "\n2\n?3\n");
    assertThat(shown(80, "x".repeat(61), "2")).isEqualTo("x".repeat(61) + "\n2\n");
    assertThat(shown(200, "x".repeat(200), "2", "3")).isEqualTo("x".repeat(200) + "\n2\n3\n");
  }

  @Test
  void wideCharactersTakeTwoColumnsAndColoursNone() {
    assertThat(shown(60, List.of(3), "日".repeat(31), "2", "3"))
        .isEqualTo("日".repeat(31) + "\n2\n?3\n");
    String coloured = "\u001b[1m" + "x".repeat(60) + "\u001b[0m";
    assertThat(shown(60, coloured, "2", "3")).isEqualTo(coloured + "\n2\n3\n");
  }

  private String shown(int width, String... lines) {
    return shown(width, List.of(), lines);
  }

  /// What a screen of three rows shows, with `?` where it was asked.
  private String shown(int width, List<Integer> answers, String... lines) {
    screen.getBuffer().setLength(0);
    Pager pager = new Pager(screen, new Answering(width, new ArrayDeque<>(answers)));
    PrintWriter out = new PrintWriter(pager);
    for (String line : lines) {
      out.print(line);
      out.print('\n');
    }
    out.flush();
    return screen.toString();
  }

  private final class Answering implements Pager.Reader {
    private final int width;
    private final Deque<Integer> answers;

    Answering(int width, Deque<Integer> answers) {
      this.width = width;
      this.answers = answers;
    }

    @Override
    public int height() {
      return 3;
    }

    @Override
    public int width() {
      return width;
    }

    @Override
    public int ask() {
      screen.append('?');
      return answers.remove();
    }
  }
}
