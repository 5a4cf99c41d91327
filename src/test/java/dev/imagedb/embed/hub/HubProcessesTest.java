package dev.imagedb.embed.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.embed.hub.ModelReference.OnHub;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Two processes that need the same model at the same time.
@Timeout(60)
class HubProcessesTest {
  private static final String WEIGHTS = "open_clip_model.safetensors";

  @TempDir Path cache;

  /// One of the two: fetches the model from an endpoint into a cache.
  static final class Fetcher {
    private Fetcher() {}

    public static void main(String[] arguments) {
      HubSettings settings =
          new HubSettings(URI.create(arguments[0]), Path.of(arguments[1]), Optional.empty(), false);
      FetchResult result =
          new Hub(settings).fetch(new OnHub("org/name", "main"), new FakeFormat(), (_, _, _) -> {});
      if (result instanceof FetchResult.Unreachable(String reason)) {
        throw new AssertionError(reason);
      }
    }
  }

  @Test
  void fetchItOnce() throws Exception {
    try (FakeHub server =
        new FakeHub()
            .small("open_clip_config.json", "{}")
            .small("tokenizer.json", "{}")
            .large(WEIGHTS, new byte[5_000_000])) {
      List<Process> processes = List.of(start(server), start(server));
      for (Process process : processes) {
        assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
      }

      assertThat(server.lines()).containsOnlyOnce("GET store " + WEIGHTS);
      assertThat(cache.resolve("models--org--name/snapshots").resolve(FakeHub.COMMIT))
          .isDirectoryContaining(file -> file.endsWith(WEIGHTS));
    }
  }

  private Process start(FakeHub server) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Fetcher.class.getName(),
            server.endpoint().toString(),
            cache.toString())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
