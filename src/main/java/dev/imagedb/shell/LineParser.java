package dev.imagedb.shell;

import java.util.List;
import java.util.stream.Stream;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/// Tells JLine's editor what words a line has. Any line can be sent off as it stands.
final class LineParser implements Parser {
  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    return Typed.before(line, cursor);
  }

  /// A line as far as the cursor, where the word to be completed ends.
  ///
  /// @param words the last is the one to be completed; empty where a new one would begin
  /// @param start where the last word begins in the line
  record Typed(String line, int cursor, List<String> words, int start)
      implements CompletingParsedLine {
    static Typed before(String line, int cursor) {
      List<Word> typed = WordReader.words(line.substring(0, cursor));
      boolean begun = !typed.isEmpty() && typed.getLast().end() == cursor;
      Stream<String> words = typed.stream().map(Word::text);
      return begun
          ? new Typed(line, cursor, words.toList(), typed.getLast().start())
          : new Typed(line, cursor, Stream.concat(words, Stream.of("")).toList(), cursor);
    }

    @Override
    public String word() {
      return words.getLast();
    }

    @Override
    public int wordCursor() {
      return word().length();
    }

    @Override
    public int wordIndex() {
      return words.size() - 1;
    }

    @Override
    public int rawWordCursor() {
      return cursor - start;
    }

    @Override
    public int rawWordLength() {
      return cursor - start;
    }

    /// A candidate as it must be typed. Its quotes stay open while it is not complete.
    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
      String quoted = WordReader.quoted(candidate.toString());
      boolean open = !complete && quoted.startsWith("\"");
      return open ? quoted.substring(0, quoted.length() - 1) : quoted;
    }
  }
}
