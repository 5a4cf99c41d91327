package dev.imagedb.output.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TerminalGraphicsTest {
  @Test
  void prefersWhatTheTerminalDrawsBest() {
    assertThat(best(new TerminalReply(true, true, "", Optional.empty()), Map.of()))
        .isEqualTo(new KittyGraphics());
    assertThat(best(new TerminalReply(false, true, "WezTerm 20240203", Optional.empty()), Map.of()))
        .isEqualTo(new ItermGraphics());
    assertThat(best(new TerminalReply(false, true, "foot(1.16)", Optional.empty()), Map.of()))
        .isEqualTo(new SixelGraphics());
    assertThat(best(TerminalReply.NONE, Map.of("COLORTERM", "truecolor")))
        .isEqualTo(new BlockGraphics(ColourDepth.TRUE));
  }

  @Test
  void believesTheVariablesOfTheTerminalOutsideOfTmuxOnly() {
    Map<String, String> outside = Map.of("TERM_PROGRAM", "iTerm.app", "TERM", "xterm-256color");
    assertThat(best(TerminalReply.NONE, outside)).isEqualTo(new ItermGraphics());
    Map<String, String> inside =
        Map.of("TERM_PROGRAM", "iTerm.app", "TERM", "tmux-256color", "TMUX", "/run/tmux,1,0");
    assertThat(best(TerminalReply.NONE, inside)).isEqualTo(new BlockGraphics(ColourDepth.INDEXED));
  }

  @Test
  void doesAsItIsTold() {
    TerminalReply kitty = new TerminalReply(true, true, "", Optional.empty());
    assertThat(TerminalGraphics.of(PreviewMode.SIXEL, kitty, Map.of()))
        .isEqualTo(new SixelGraphics());
    assertThat(TerminalGraphics.of(PreviewMode.BLOCKS, kitty, Map.of("TERM", "linux")))
        .isEqualTo(new BlockGraphics(ColourDepth.ANSI));
  }

  private static TerminalGraphics best(TerminalReply reply, Map<String, String> variables) {
    return TerminalGraphics.of(PreviewMode.AUTO, reply, variables);
  }
}
