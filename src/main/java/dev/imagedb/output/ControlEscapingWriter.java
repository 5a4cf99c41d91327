package dev.imagedb.output;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/// Writes JSON that is harmless on a terminal, and means the same.
///
/// JSON's own rules escape the C0 control characters only (RFC 8259, section 7). Outside ASCII a
/// character can stand only inside a string, where `\u009b` means just what the character itself
/// means; so those that a terminal would obey are written that way.
final class ControlEscapingWriter extends FilterWriter {
  private static final int LAST_SAFE_ASCII = 0x7e;

  ControlEscapingWriter(Writer out) {
    super(out);
  }

  @Override
  public void write(int character) throws IOException {
    char written = (char) character;
    if (mustEscape(written)) {
      out.write("\\u%04x".formatted(character));
    } else {
      out.write(written);
    }
  }

  @Override
  public void write(String text, int offset, int length) throws IOException {
    int end = offset + length;
    int written = offset;
    for (int at = offset; at < end; at++) {
      if (mustEscape(text.charAt(at)) || isHalf(text, at)) {
        out.write(text, written, at - written);
        out.write("\\u%04x".formatted((int) text.charAt(at)));
        written = at + 1;
      }
    }
    out.write(text, written, end - written);
  }

  @Override
  public void write(char[] characters, int offset, int length) throws IOException {
    write(new String(characters, offset, length), 0, length);
  }

  /// A surrogate without its other half is nothing that UTF-8 can hold, and would become another
  /// character. Words are written in one piece, so that both halves are here.
  private static boolean isHalf(String text, int at) {
    char here = text.charAt(at);
    boolean begins =
        Character.isHighSurrogate(here)
            && at + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(at + 1));
    boolean ends =
        Character.isLowSurrogate(here) && at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    return Character.isSurrogate(here) && !begins && !ends;
  }

  private static boolean mustEscape(char character) {
    return character > LAST_SAFE_ASCII
        && !Character.isSurrogate(character)
        && TerminalText.isHarmful(character);
  }
}
