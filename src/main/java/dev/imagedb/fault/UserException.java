package dev.imagedb.fault;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Ends a run with one line that its user can act on.
///
/// The message says what failed, with which value, and what was expected; the hint says what to
/// type next. Neither holds a line break.
public final class UserException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;
  private final @Nullable String hint;

  public UserException(ExitCode exitCode, String message, @Nullable String hint) {
    super(message);
    this.exitCode = exitCode;
    this.hint = hint;
  }

  public UserException(
      ExitCode exitCode, String message, @Nullable String hint, @Nullable Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
    this.hint = hint;
  }

  /// The run cannot be done: exit code 1.
  public static UserException failed(String message, @Nullable String hint) {
    return new UserException(ExitCode.FAILED, message, hint);
  }

  /// The arguments are wrong: exit code 2.
  public static UserException usage(String message, @Nullable String hint) {
    return new UserException(ExitCode.WRONG_USAGE, message, hint);
  }

  public ExitCode exitCode() {
    return exitCode;
  }

  /// What to type next, where there is something.
  public Optional<String> hint() {
    return Optional.ofNullable(hint);
  }
}
