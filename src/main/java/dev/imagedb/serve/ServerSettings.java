package dev.imagedb.serve;

import dev.imagedb.fault.UserException;
import java.net.InetAddress;
import java.util.Optional;

/// Where a server listens, and who may ask it.
///
/// @param host as it was given: a name or an address of this machine
/// @param address what the host stands for
/// @param port 0 for any that is free
/// @param token what whoever asks must know; empty where everybody who can reach it may ask
public record ServerSettings(String host, InetAddress address, int port, Optional<String> token) {
  private static final int MOST_PORTS = 65_535;

  /// Shorter ones can be guessed.
  private static final int LEAST_TOKEN = 16;

  public ServerSettings {
    if (port < 0 || port > MOST_PORTS) {
      throw UserException.usage(
          "--port is %d, expected 0 to %d".formatted(port, MOST_PORTS), "--port 7373");
    }
    if (token.filter(word -> !word.matches("[\\w.~-]{%d,}".formatted(LEAST_TOKEN))).isPresent()) {
      throw UserException.usage(
          "--token must be %d or more of letters, digits and -._~".formatted(LEAST_TOKEN),
          "leave it out, and one is made");
    }
    if (token.isEmpty() && !address.isLoopbackAddress()) {
      throw new IllegalArgumentException("open to others without a token: " + address);
    }
  }
}
