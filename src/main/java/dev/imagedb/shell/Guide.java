package dev.imagedb.shell;

import dev.imagedb.manual.Command;
import java.util.List;
import java.util.stream.Stream;

/// Tells what can be typed.
record Guide(Vocabulary vocabulary) {
  private static final int COLUMNS = 80;

  String text() {
    Stream<String> names =
        vocabulary.commands().stream()
            .filter(each -> vocabulary.isOfProgram(each.name()))
            .map(Command::name)
            .distinct();
    return """
      a dog on a beach         words are searched for; options may follow: a dog --on 2019 -k 5
      "list of ships"          quoted, the first word is no command
      --text Canon --rating 4  so are options of search alone

      Of the last search:
      open 3, !3               show hit 3 in the desktop's viewer
      show 3                   tell all that is known of it
      like 3                   more pictures like it
      more                     the next page

      Commands, whose options help COMMAND tells:
      %s

      Tab completes, the arrow keys bring lines back, Ctrl-R looks for one, Ctrl-C gives up what
      runs, and Ctrl-D or exit leaves.
      """
        .formatted(folded(names.toList()));
  }

  /// Words in lines that are no longer than a terminal is wide.
  private static String folded(List<String> words) {
    StringBuilder lines = new StringBuilder();
    int column = 0;
    for (String word : words) {
      boolean fits = column + 1 + word.length() < COLUMNS;
      lines.append(lines.isEmpty() ? "" : fits ? " " : "\n").append(word);
      column = fits ? column + 1 + word.length() : word.length();
    }
    return lines.toString();
  }
}
