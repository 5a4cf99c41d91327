package dev.imagedb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class HelpPageTest {
  private static final Path HOME = Path.of("/home/ann");
  private static final int ROWS = 40;

  private static final CommandSpec SHOW =
      commands().filter(command -> command.name().equals("show")).findFirst().orElseThrow();

  private static CommandLine all() {
    return CommandTree.described(CliRun.program(HOME, Map.of()));
  }

  private static Stream<CommandSpec> commands() {
    return Stream.concat(Stream.of(all()), all().getSubcommands().values().stream())
        .map(CommandLine::getCommandSpec);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void fitsAScreen(CommandSpec command) {
    String page = HelpPage.brief(command, 80);
    assertThat(page.lines().count()).as(page).isLessThanOrEqualTo(ROWS);
    assertThat(page.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void leavesNothingOutAtLength(CommandSpec command) {
    String page = HelpPage.full(command, 80);
    assertThat(command.options())
        .allSatisfy(option -> assertThat(page).contains(option.longestName()));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void beginsWithWhatItIsForAndAnExample(CommandSpec command) {
    assertThat(HelpPage.brief(command, 80)).containsSubsequence("\n\n  imagedb ", "\n\nUsage: ");
  }

  @Test
  void isBrokenWhereATerminalIsNarrow() {
    assertThat(HelpPage.full(SHOW, 60))
        .isEqualTo(
            """
            Show all that the database knows of one picture.

              imagedb show ~/photos/cat.jpg

            Usage: imagedb show [OPTION]… FILE

              FILE             The picture.

            Options:
                  --json       Print a JSON object.

            Database and model:
                  --db DIR     The database's folder. Default:
                               $IMAGEDB_DB, else the nearest .imagedb
                               folder upwards of here, else the user's
                               data folder.

            Everywhere:
              -h, --help       Show this help message and exit.
              -V, --version    Print version information and exit.
                  --color auto|always|never
                               Colour results: on a terminal, always,
                               never. Default: auto, as NO_COLOR,
                               CLICOLOR and CLICOLOR_FORCE say.
                  --progress auto|bar|plain|none
                               Show how far what takes long is: as a
                               bar, as a line every few seconds, not at
                               all. Default: auto, a bar on a terminal
                               and lines elsewhere.
                  --no-config  Obey no file of settings, and no variable
                               that sets an option.
                  --debug      Print the stack trace of a failure.
            """);
  }

  @Test
  void isAsWideAsATerminal() {
    assertThat(HelpPage.brief(SHOW, 80))
        .isEqualTo(
            """
            Show all that the database knows of one picture.

              imagedb show ~/photos/cat.jpg

            Usage: imagedb show [OPTION]… FILE

              FILE          The picture.

            Options:
                  --json    Print a JSON object.

            Database and model:
                  --db DIR  The database's folder.

            At length: imagedb help show
            """);
  }

  @Test
  void isNoWiderThanIsGoodToRead() {
    assertThat(HelpPage.full(SHOW, 200))
        .contains(
            """
                  --db DIR     The database's folder. Default: $IMAGEDB_DB, else the nearest .imagedb folder
                               upwards of here, else the user's data folder.
            """);
  }

  @Test
  void ofTheProgramNamesItsCommandsInGroups() {
    assertThat(CliRun.in(HOME).done())
        .isEqualTo(
            """
            Finds photographs by what is in them.

              imagedb index ~/photos
              imagedb search "tabby cat"
              imagedb search q.jpg
              imagedb search --text "Canon 2019" --json

            Usage: imagedb COMMAND [OPTION]…

            Find pictures:
              index          Bring the database up to date with folders of pictures.
              search         Find pictures by picture, by words that describe them.
              list           List the pictures of the database, in the order of their paths.
              show           Show all that the database knows of one picture.
              shell          Take commands at a prompt, without "imagedb" before them.
              serve          Search and look in a browser, until Ctrl-C.
            Put in order:
              label          Tell which of some words each picture shows.
              duplicates     Show which pictures are copies of one another.
              remove         Forget pictures.
            Look after it:
              status         Show the database in numbers.
              check          Check that the database is whole.
              backup         Copy the database, while it is read and written.
              models         List, fetch, show, verify and remove models.
              eval           Measure how good the answers are.
              encode         Print the vector of a picture or of words.
              config         Show which options are set for all runs.
              doctor         Check that all is here and well.
              completion     Print a script that lets a shell complete commands.
              man            Print the manual page of all commands, for man to show.
              help           Show all that a command can do, at length.
            Everywhere:
                  --debug    Print the stack trace of a failure.
              -h, --help     Show this help message and exit.
              -V, --version  Print version information and exit.

            Of a command: imagedb COMMAND --help. At length: imagedb help COMMAND
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h"})
  void isPrintedWhenAskedFor(String option) {
    assertThat(CliRun.in(HOME, "show", option).done()).isEqualTo(HelpPage.brief(SHOW, 80));
  }

  @Test
  void ofACommandsCommandIsFound() {
    assertThat(CliRun.in(HOME, "help", "models", "pull").done())
        .startsWith("Fetch a model, or bring it up to date; goes on where it broke off.\n");
    CliRun.in(HOME, "help", "serch")
        .failed(2, "imagedb: imagedb has no command \"serch\"", "  try: imagedb search");
  }
}
