package dev.imagedb.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ManualPageTest {
  private static final Option HELP = new Option(List.of("-h", "--help"), null, false, "Show help.");

  @Test
  void showsACommandAsItIsTyped() {
    assertThat(page())
        .contains(
            """
            .SH "COMMANDS"
            .SS "find"
            \\fBtool find\\fR [\\fIOPTION\\fR...] [\\fIWORDS|FILE\\fR...]
            .PP
            Finds things. It's quick.
            .TP
            \\fIWORDS|FILE\\fR
            What to find.
            .TP
            \\fB\\-k\\fR, \\fB\\-\\-limit\\fR \\fIN\\fR
            How many.
            .PP
            .EX
            tool find \\-k 5 \\(ti/a\\eb
            .EE
            """
                .replace("It's", "It\\(aqs"));
  }

  @Test
  void beginsAsManualPagesDo() {
    assertThat(page())
        .startsWith(
            """
            .TH "TOOL" 1 "" "" "User Commands"
            .SH "NAME"
            tool \\- keeps things
            .SH "SYNOPSIS"
            \\fBtool\\fR \\fICOMMAND\\fR [\\fIOPTION\\fR...] [\\fIARGUMENT\\fR...]
            .SH "DESCRIPTION"
            .PP
            Keeps things.
            """);
  }

  @Test
  void tellsOfAllCommandsOptionsOnce() {
    assertThat(page()).containsOnlyOnce("Show help.").contains(".SH \"OPTIONS OF ALL COMMANDS\"\n");
  }

  @Test
  void textThatBeginsLikeAMacroIsText() {
    assertThat(new Roff().paragraph(".imagedb is a folder, 'tis said"))
        .hasToString(".PP\n\\&.imagedb is a folder, \\(aqtis said\n");
  }

  private static String page() {
    Command find =
        new Command(
            "find",
            List.of("Finds things. It's quick."),
            List.of(new Operand(Value.of("WORDS|FILE", false), false, true, "What to find.")),
            List.of(
                new Option(List.of("-k", "--limit"), Value.of("N", false), false, "How many."),
                HELP),
            List.of(),
            List.of("tool find -k 5 ~/a\\b"));
    Command tool =
        new Command(
            "tool",
            List.of("Keeps things."),
            List.of(),
            List.of(HELP),
            List.of(find),
            List.of("tool find x"));
    return ManualPage.of(new Manual(tool, List.of()));
  }
}
