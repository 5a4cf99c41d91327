package dev.imagedb.fault;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Ends a run with one line that its user can act on.
///
/// The message says what failed, with which value, and what was expected; the hint says what to
/// type next. Neither holds a line break. Where the mistake is in a longer text, an excerpt shows
/// its place.
public final class UserException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;
  private final @Nullable String hint;
  private final @Nullable String excerpt;

  public UserException(ExitCode exitCode, String message, @Nullable String hint) {
    this(exitCode, message, hint, (String) null);
  }

  private UserException(
      ExitCode exitCode, String message, @Nullable String hint, @Nullable String excerpt) {
    super(message);
    this.exitCode = exitCode;
    this.hint = hint;
    this.excerpt = excerpt;
  }

  public UserException(
      ExitCode exitCode, String message, @Nullable String hint, @Nullable Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
    this.hint = hint;
    this.excerpt = null;
  }

  /// The run cannot be done: exit code 1.
  public static UserException failed(String message, @Nullable String hint) {
    return new UserException(ExitCode.FAILED, message, hint);
  }

  /// The arguments are wrong: exit code 2.
  public static UserException usage(String message, @Nullable String hint) {
    return new UserException(ExitCode.WRONG_USAGE, message, hint);
  }

  /// The arguments are wrong, at a place that can be shown: exit code 2.
  ///
  /// @param excerpt a line of what was typed, and under it a line with a caret
  public static UserException usageAt(String message, String excerpt, @Nullable String hint) {
    return new UserException(ExitCode.WRONG_USAGE, message, hint, excerpt);
  }

  /// The same, with another message.
  public UserException saying(String message) {
    UserException other = new UserException(exitCode, message, hint, excerpt);
    other.initCause(getCause());
    return other;
  }

  public ExitCode exitCode() {
    return exitCode;
  }

  /// What to type next, where there is something.
  public Optional<String> hint() {
    return Optional.ofNullable(hint);
  }

  /// Lines that show the place of the mistake, where it has one.
  public Optional<String> excerpt() {
    return Optional.ofNullable(excerpt);
  }
}
