package dev.imagedb.output;

import java.util.function.IntSupplier;

/// What a person sees of a run.
///
/// @param showsOut whether standard output is a terminal
/// @param showsErr whether standard error is a terminal
/// @param width in columns; asking may take some milliseconds the first time
/// @param colour whether colours are welcome on what is shown
public record Screen(boolean showsOut, boolean showsErr, IntSupplier width, boolean colour) {
  /// Wide enough for most tables, where nobody says how wide the terminal is.
  static final int USUAL_WIDTH = 80;

  /// Nobody watches: both streams go to files or pipes.
  public static final Screen NONE = new Screen(false, false, () -> USUAL_WIDTH, false);

  /// The same with a width that somebody knows better; where they do not (0), as it is.
  Screen asWideAs(IntSupplier other) {
    IntSupplier known = () -> other.getAsInt() > 0 ? other.getAsInt() : width.getAsInt();
    return new Screen(showsOut, showsErr, known, colour);
  }
}
