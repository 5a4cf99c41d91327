package dev.imagedb.embed.hub;

import dev.imagedb.fault.UserException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The hub answered that it cannot answer now; later it may.
final class TransientFailure extends IOException {
  private static final long serialVersionUID = 1L;

  private final UserException whenItLasts;
  private final @Nullable Duration retryAfter;

  /// @param whenItLasts what the user is told if trying again does not help
  TransientFailure(UserException whenItLasts, @Nullable Duration retryAfter) {
    super(whenItLasts.getMessage(), whenItLasts);
    this.whenItLasts = whenItLasts;
    this.retryAfter = retryAfter;
  }

  UserException whenItLasts() {
    return whenItLasts;
  }

  /// How long the hub asked to wait (RFC 9110, 10.2.3).
  Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
