package dev.imagedb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.cli.CommandTree;
import dev.imagedb.ingest.Cancellation;
import dev.imagedb.output.Console;
import dev.imagedb.output.Screen;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What lies in `completions` is what the program would print now.
class PublishedCompletionsTest {
  @ParameterizedTest
  @CsvSource({
    "completion bash, imagedb.bash",
    "completion zsh, _imagedb",
    "completion fish, imagedb.fish",
    "man, imagedb.1"
  })
  void areUpToDate(String command, String file) throws Exception {
    assertThat(Files.readString(Path.of("completions", file)))
        .as("renew it: mvn -q package && bin/imagedb %s > completions/%s", command, file)
        .isEqualTo(printed(command));
  }

  private static String printed(String command) {
    StringWriter out = new StringWriter();
    PrintWriter nobody = new PrintWriter(new StringWriter());
    Path home = Path.of("").toAbsolutePath();
    CommandTree.run(
        Main.program(
            new Console(new PrintWriter(out), nobody, Screen.NONE, home),
            InputStream.nullInputStream(),
            Map.of(),
            home,
            new Cancellation()),
        command.split(" "));
    return out.toString();
  }
}
