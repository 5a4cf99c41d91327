package dev.imagedb.output.preview;

import dev.imagedb.thumbnail.Thumbnail;
import java.util.Map;
import java.util.Optional;

/// A way in which terminals take pictures. Thread-safe.
sealed interface TerminalGraphics
    permits BlockGraphics, ItermGraphics, KittyGraphics, SixelGraphics {

  /// A picture, as large as there is room, in its shape.
  ///
  /// @return empty where the thumbnail is damaged
  Optional<Drawing> draw(Thumbnail thumbnail, Room room);

  /// What was asked for, or the best that the terminal knows.
  ///
  /// @param reply what the terminal said, or nothing
  static TerminalGraphics of(PreviewMode mode, TerminalReply reply, Map<String, String> variables) {
    return switch (mode) {
      case AUTO -> best(reply, variables);
      case KITTY -> new KittyGraphics();
      case ITERM -> new ItermGraphics();
      case SIXEL -> new SixelGraphics();
      case BLOCKS -> new BlockGraphics(ColourDepth.of(variables));
    };
  }

  private static TerminalGraphics best(TerminalReply reply, Map<String, String> variables) {
    if (reply.kitty()) {
      return new KittyGraphics();
    }
    if (ItermGraphics.isKnownTo(reply.name(), variables)) {
      return new ItermGraphics();
    }
    return reply.sixel() ? new SixelGraphics() : new BlockGraphics(ColourDepth.of(variables));
  }
}
