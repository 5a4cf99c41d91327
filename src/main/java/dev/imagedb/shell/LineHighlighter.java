package dev.imagedb.shell;

import dev.imagedb.manual.Command;
import dev.imagedb.shell.Vocabulary.Found;
import java.util.List;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/// Shows in colours what a line is taken for: commands, options, quoted words, and options and
/// commands that there are not.
///
/// @param coloured whether colours are welcome
record LineHighlighter(Vocabulary vocabulary, boolean coloured) implements Highlighter {
  private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;
  private static final AttributedStyle COMMAND = PLAIN.bold();
  private static final AttributedStyle OPTION = PLAIN.foreground(AttributedStyle.CYAN);
  private static final AttributedStyle QUOTED = PLAIN.foreground(AttributedStyle.GREEN);
  private static final AttributedStyle UNKNOWN = PLAIN.foreground(AttributedStyle.RED);

  @Override
  public AttributedString highlight(LineReader reader, String line) {
    return coloured ? highlighted(line) : new AttributedString(line);
  }

  AttributedString highlighted(String line) {
    List<Word> words = WordReader.words(line);
    Found found =
        vocabulary.command(words.stream().map(word -> word.quoted() ? "" : word.text()).toList());
    AttributedStringBuilder shown = new AttributedStringBuilder();
    int done = 0;
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      shown.append(line.substring(done, word.start()));
      shown.styled(style(word, i, found), line.substring(word.start(), word.end()));
      done = word.end();
    }
    return shown.append(line.substring(done)).toAttributedString();
  }

  private static AttributedStyle style(Word word, int place, Found found) {
    if (place < found.words() || (place == 0 && word.text().startsWith("!"))) {
      return COMMAND;
    }
    if (word.isOption()) {
      return option(word.text(), found.command());
    }
    boolean missesCommand = place == found.words() && !found.command().commands().isEmpty();
    if (missesCommand) {
      return UNKNOWN;
    }
    return word.quoted() ? QUOTED : PLAIN;
  }

  /// An option may have its value behind `=`, or, where its name is one letter, at once.
  private static AttributedStyle option(String typed, Command command) {
    String name = typed.split("=", 2)[0];
    boolean known =
        command.option(name).isPresent()
            || (!typed.startsWith("--") && command.option(typed.substring(0, 2)).isPresent());
    return known ? OPTION : UNKNOWN;
  }
}
