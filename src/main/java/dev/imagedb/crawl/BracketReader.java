package dev.imagedb.crawl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/// Reads what stands in brackets for one letter: `[abc]`, `[a-z]`, `[!a-z]` or `[^a-z]`,
/// `[[:digit:]]`. A `]` that comes first means itself.
final class BracketReader {
  private static final int NOTHING = 0;

  /// As C has them of ASCII.
  private static final Map<String, IntPredicate> CLASSES =
      Map.ofEntries(
          Map.entry("alnum", c -> isLetter(c) || isDigit(c)),
          Map.entry("alpha", BracketReader::isLetter),
          Map.entry("blank", c -> c == ' ' || c == '\t'),
          Map.entry("cntrl", c -> c < ' ' || c == 0x7f),
          Map.entry("digit", BracketReader::isDigit),
          Map.entry("graph", BracketReader::isVisible),
          Map.entry("lower", c -> isBetween('a', c, 'z')),
          Map.entry("print", c -> c == ' ' || isVisible(c)),
          Map.entry("punct", c -> isVisible(c) && !isLetter(c) && !isDigit(c)),
          Map.entry("space", c -> c == ' ' || isBetween('\t', c, '\r')),
          Map.entry("upper", c -> isBetween('A', c, 'Z')),
          Map.entry("xdigit", c -> isDigit(c) || isBetween('a', c | 0x20, 'f')));

  private final GlobSigns signs;
  private final List<IntPredicate> members = new ArrayList<>();

  private BracketReader(GlobSigns signs) {
    this.signs = signs;
  }

  /// Reads to the closing bracket.
  ///
  /// @param signs behind the opening bracket
  /// @return empty where there is none, or a class has an unknown name
  static Optional<Predicate<Integer>> read(GlobSigns signs) {
    boolean negated = signs.take("!") || signs.take("^");
    BracketReader bracket = new BracketReader(signs);
    if (!bracket.readMembers()) {
      return Optional.empty();
    }
    return Optional.of(
        letter -> negated != bracket.members.stream().anyMatch(member -> member.test(letter)));
  }

  private boolean readMembers() {
    int before = NOTHING;
    int sign = signs.next();
    do {
      if (sign == '[' && signs.peek(0) == ':') {
        if (!readClass()) {
          return false;
        }
        before = NOTHING;
      } else if (sign == '-' && before != NOTHING && signs.peek(0) != ']') {
        int least = before;
        int most = escaped(signs.next());
        members.add(letter -> isBetween(least, letter, most));
        before = NOTHING;
      } else {
        int itself = escaped(sign);
        members.add(letter -> letter == itself);
        before = itself;
      }
      sign = signs.next();
    } while (sign != ']' && sign != GlobSigns.END);
    return sign == ']';
  }

  private int escaped(int sign) {
    return sign == '\\' ? signs.next() : sign;
  }

  /// Reads `:digit:]` behind a bracket, which is one by itself where no such thing follows.
  private boolean readClass() {
    StringBuilder name = new StringBuilder();
    int length = 1;
    while (signs.peek(length) != ']' && signs.peek(length) != GlobSigns.END) {
      name.appendCodePoint(signs.peek(length));
      length++;
    }
    if (signs.peek(length) == GlobSigns.END) {
      return false;
    }
    if (name.isEmpty() || name.charAt(name.length() - 1) != ':') {
      members.add(letter -> letter == '[');
      return true;
    }
    name.setLength(name.length() - 1);
    IntPredicate named = CLASSES.get(name.toString());
    if (named == null || !signs.take(":" + name + ":]")) {
      return false;
    }
    members.add(named);
    return true;
  }

  private static boolean isLetter(int c) {
    return isBetween('a', c | 0x20, 'z');
  }

  private static boolean isDigit(int c) {
    return isBetween('0', c, '9');
  }

  private static boolean isVisible(int c) {
    return isBetween('!', c, '~');
  }

  private static boolean isBetween(int least, int c, int most) {
    return least <= c && c <= most;
  }
}
