package dev.imagedb.output.preview;

/// How pictures are to be drawn.
public enum PreviewMode {
  /// In the best way that the terminal says it knows.
  AUTO,
  /// Kitty's graphics protocol.
  KITTY,
  /// iTerm2's inline images.
  ITERM,
  /// DEC's sixels.
  SIXEL,
  /// Coloured characters, two pixels each: on every terminal with colours, and in files.
  BLOCKS
}
