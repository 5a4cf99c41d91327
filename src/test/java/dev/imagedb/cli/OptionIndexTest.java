package dev.imagedb.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class OptionIndexTest {
  private static final Path LIST = Path.of("src/main/resources/dev/imagedb/cli/options.txt");

  /// Where it fails, the line that is wanted can be taken from the message.
  @Test
  void listsTheOptionsOfAllCommands() throws Exception {
    CommandLine all = CommandTree.described(CliRun.program(Path.of("/home/ann"), Map.of()));
    String described =
        all.getSubcommands().entrySet().stream()
            .map(command -> command.getKey() + ": " + String.join(" ", options(command.getValue())))
            .collect(joining("\n", "", "\n"));

    assertThat(Files.readString(LIST)).isEqualTo(described);
  }

  /// What can be set: neither calls for help nor `--no-config`, which would undo itself.
  private static Set<String> options(CommandLine command) {
    Set<String> names = new TreeSet<>();
    command.getCommandSpec().options().stream()
        .filter(option -> !option.usageHelp() && !option.versionHelp())
        .flatMap(option -> Stream.of(option.names()))
        .filter(name -> name.startsWith("--") && !name.equals("--no-config"))
        .map(name -> name.substring(2))
        .forEach(names::add);
    command.getSubcommands().values().forEach(below -> names.addAll(options(below)));
    return names;
  }
}
