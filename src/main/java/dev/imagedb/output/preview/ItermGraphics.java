package dev.imagedb.output.preview;

import dev.imagedb.thumbnail.Thumbnail;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// iTerm2's [inline images](https://iterm2.com/documentation-images.html): the file itself, in
/// base64.
record ItermGraphics() implements TerminalGraphics {
  @Override
  public Optional<Drawing> draw(Thumbnail thumbnail, Room room) {
    String escape =
        "\u001b]1337;File=inline=1;size=%d;width=%d;height=%d;preserveAspectRatio=1:%s\u0007"
            .formatted(
                thumbnail.jpeg().length,
                room.columns(),
                room.rows(),
                Base64.getEncoder().encodeToString(thumbnail.jpeg()));
    return Optional.of(Drawing.over(room, escape));
  }

  /// Whether a terminal is one that shows them. Within tmux, the variables are of the terminal
  /// around it, which these sequences do not reach.
  ///
  /// @param name as the terminal gave it, or nothing
  static boolean isKnownTo(String name, Map<String, String> variables) {
    String program = variables.getOrDefault("TERM_PROGRAM", "");
    boolean reached = !variables.containsKey("TMUX");
    return Stream.of("iTerm2", "WezTerm").anyMatch(name::startsWith)
        || (reached && Stream.of("iTerm.app", "WezTerm").anyMatch(program::equals));
  }
}
