package dev.imagedb.embed.hub;

import dev.imagedb.fault.UserException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where the hub is, where its files are kept, and who asks: the environment variables of
/// [huggingface_hub](https://huggingface.co/docs/huggingface_hub/package_reference/environment_variables).
///
/// @param endpoint without a slash at its end
/// @param cache the folder that holds `models--organisation--name`
/// @param token for private and gated models; sent to the endpoint alone
/// @param offline whether no connection may be made
public record HubSettings(URI endpoint, Path cache, Optional<String> token, boolean offline) {
  private static final Set<String> TRUE = Set.of("1", "ON", "YES", "TRUE");

  /// Reads the environment, and the token's file where no variable holds a token.
  ///
  /// @param environment as of `System.getenv()`
  /// @param home the user's home folder, for what no variable sets
  /// @throws UserException if `HF_ENDPOINT` is no web address
  public static HubSettings of(Map<String, String> environment, Path home) {
    Variables variables = new Variables(environment, home);
    Path userCache = variables.path("XDG_CACHE_HOME").orElse(home.resolve(".cache"));
    Path hubHome = variables.path("HF_HOME").orElse(userCache.resolve("huggingface"));
    return new HubSettings(
        endpoint(variables.text("HF_ENDPOINT").orElse("https://huggingface.co")),
        variables
            .path("HF_HUB_CACHE")
            .or(() -> variables.path("HUGGINGFACE_HUB_CACHE"))
            .orElse(hubHome.resolve("hub")),
        variables
            .text("HF_TOKEN")
            .or(() -> variables.text("HUGGING_FACE_HUB_TOKEN"))
            .or(() -> read(variables.path("HF_TOKEN_PATH").orElse(hubHome.resolve("token")))),
        variables.isTrue("HF_HUB_OFFLINE") || variables.isTrue("TRANSFORMERS_OFFLINE"));
  }

  /// Without the token, which belongs in no log.
  @Override
  public String toString() {
    return "HubSettings[endpoint=%s, cache=%s, token=%s, offline=%s]"
        .formatted(endpoint, cache, token.isPresent() ? "set" : "none", offline);
  }

  private static URI endpoint(String text) {
    try {
      URI uri = URI.create(text.replaceAll("/+$", ""));
      if (uri.getHost() != null && Set.of("http", "https").contains(uri.getScheme())) {
        return uri;
      }
    } catch (IllegalArgumentException _) {
      // Said below, as for an address of another kind.
    }
    throw UserException.usage(
        "HF_ENDPOINT is \"" + text + "\", which is no web address",
        "Set it to an address such as https://huggingface.co, or unset it.");
  }

  private static Optional<String> read(Path tokenFile) {
    try {
      return Optional.of(Files.readString(tokenFile).strip()).filter(token -> !token.isEmpty());
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /// A variable that is set to nothing counts as not set.
  private record Variables(Map<String, String> values, Path home) {
    Optional<String> text(String name) {
      return Optional.ofNullable(values.get(name))
          .map(String::strip)
          .filter(value -> !value.isEmpty());
    }

    Optional<Path> path(String name) {
      return text(name)
          .map(
              value ->
                  value.equals("~") || value.startsWith("~/")
                      ? home.resolve(value.substring(Math.min(2, value.length())))
                      : home.getFileSystem().getPath(value).toAbsolutePath());
    }

    boolean isTrue(String name) {
      return text(name)
          .map(value -> value.toUpperCase(Locale.ROOT))
          .filter(TRUE::contains)
          .isPresent();
    }
  }
}
