package dev.imagedb.output;

import java.util.function.IntSupplier;

/// What a person sees of a run.
///
/// @param showsOut whether standard output is a terminal
/// @param showsErr whether standard error is a terminal
/// @param width in columns, as of the last second; asking may take some milliseconds
/// @param colour whether what goes to standard output is coloured
/// @param progress how the progress of what takes long is shown; never [ProgressStyle#AUTO], which
///   becomes what it means here
public record Screen(
    boolean showsOut, boolean showsErr, IntSupplier width, boolean colour, ProgressStyle progress) {
  /// Wide enough for most tables, where nobody says how wide the terminal is.
  static final int USUAL_WIDTH = 80;

  /// Nobody watches: both streams go to files or pipes.
  public static final Screen NONE =
      new Screen(false, false, () -> USUAL_WIDTH, false, ProgressStyle.NONE);

  public Screen {
    if (progress == ProgressStyle.AUTO) {
      progress = showsErr ? ProgressStyle.BAR : ProgressStyle.PLAIN;
    }
  }

  public Screen(boolean showsOut, boolean showsErr, IntSupplier width, boolean colour) {
    this(showsOut, showsErr, width, colour, ProgressStyle.AUTO);
  }

  /// The same, coloured as the user says; on `AUTO` as it is.
  Screen with(ColourChoice choice) {
    boolean coloured = choice == ColourChoice.AUTO ? colour : choice.on(showsOut);
    return new Screen(showsOut, showsErr, width, coloured, progress);
  }

  /// The same, with progress shown as the user says; on `AUTO` as it is.
  Screen with(ProgressStyle style) {
    ProgressStyle chosen = style == ProgressStyle.AUTO ? progress : style;
    return new Screen(showsOut, showsErr, width, colour, chosen);
  }

  /// The same with a width that somebody knows better; where they do not (0), as it is.
  Screen asWideAs(IntSupplier other) {
    IntSupplier known = () -> other.getAsInt() > 0 ? other.getAsInt() : width.getAsInt();
    return new Screen(showsOut, showsErr, known, colour, progress);
  }
}
