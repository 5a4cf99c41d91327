package dev.imagedb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTreeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "search dog",
        "search --db d --prompt dog",
        "search --text Canon --not-prompt=snow",
        "search -k 3 --image q.jpg",
        "encode --prompt dog",
        "label --labels cat,dog"
      })
  void seesThatAModelIsNeeded(String line) {
    assertThat(CommandTree.seemsToNeedModel(line.split(" "))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--version",
        "search",
        "search --text Canon",
        "search --like a.jpg -k 3",
        "search --camera X100V --sort taken",
        "index pictures",
        "list --prompt",
        "status"
      })
  void loadsNoModelWhereNoneIsNeeded(String line) {
    assertThat(CommandTree.seemsToNeedModel(line.split(" "))).isFalse();
  }
}
