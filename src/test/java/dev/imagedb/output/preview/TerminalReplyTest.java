package dev.imagedb.output.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.photo.Dimensions;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TerminalReplyTest {
  @Test
  void knowsKitty() {
    TerminalReply reply =
        TerminalReply.of(
            "\u001b_Gi=31;OK\u001b\\\u001bP>|kitty(0.32.2)\u001b\\\u001b[6;20;10t\u001b[?62;c");
    assertThat(reply)
        .isEqualTo(
            new TerminalReply(true, false, "kitty(0.32.2)", Optional.of(new Dimensions(10, 20))));
  }

  @Test
  void takesAnErrorOfKittysProtocolForNo() {
    assertThat(TerminalReply.of("\u001b_Gi=31;ENOTSUP:no\u001b\\\u001b[?62;c").kitty()).isFalse();
  }

  @Test
  void findsSixelsAmongTheAttributes() {
    assertThat(TerminalReply.of("\u001b[?62;4;22c").sixel()).isTrue();
    assertThat(TerminalReply.of("\u001b[?62;22;4c").sixel()).isTrue();
    assertThat(TerminalReply.of("\u001b[?62;44;22c").sixel()).isFalse();
  }

  @Test
  void takesTheClassOfTerminalForNoAttribute() {
    assertThat(TerminalReply.of("\u001b[?4;6c").sixel()).isFalse();
  }

  @Test
  void isWholeWhenTheAttributesAreThere() {
    assertThat(TerminalReply.isWhole("\u001b[6;20;10t\u001b[?1;2")).isFalse();
    assertThat(TerminalReply.isWhole("\u001b[6;20;10t\u001b[?1;2c")).isTrue();
  }

  @Test
  void knowsNothingOfATerminalThatSaysNothing() {
    assertThat(TerminalReply.of("")).isEqualTo(TerminalReply.NONE);
    assertThat(TerminalReply.of("typed ahead\n")).isEqualTo(TerminalReply.NONE);
  }

  @Test
  void believesNoCellWithoutASize() {
    assertThat(TerminalReply.of("\u001b[6;0;0t\u001b[?6c").cell()).isEmpty();
  }
}
