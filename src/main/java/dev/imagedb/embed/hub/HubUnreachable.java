package dev.imagedb.embed.hub;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// No hub answers where one should be: nobody does, or something else such as a hotel's log-in
/// page. Trying again at once would only cost time.
final class HubUnreachable extends IOException {
  private static final long serialVersionUID = 1L;

  HubUnreachable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
