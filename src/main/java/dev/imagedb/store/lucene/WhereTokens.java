package dev.imagedb.store.lucene;

import java.io.StringReader;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.queryparser.charstream.FastCharStream;
import org.apache.lucene.queryparser.classic.QueryParserConstants;
import org.apache.lucene.queryparser.classic.QueryParserTokenManager;
import org.apache.lucene.queryparser.classic.Token;
import org.apache.lucene.queryparser.classic.TokenMgrError;

/// The words and signs of a query, looked at before it is parsed: for what the parser would not
/// survive, and to find the place of a mistake in.
///
/// @param tokens without the end of the text
record WhereTokens(List<Token> tokens) {
  /// The parser calls itself for every parenthesis.
  private static final int DEEPEST = 100;

  /// @throws dev.imagedb.fault.UserException where the text has something that is no token, or more
  ///   than can be parsed
  static WhereTokens of(WhereText text) {
    FastCharStream characters = new FastCharStream(new StringReader(text.readable()));
    QueryParserTokenManager source = new QueryParserTokenManager(characters);
    try {
      WhereTokens tokens =
          new WhereTokens(
              Stream.generate(source::getNextToken)
                  .takeWhile(token -> token.kind != QueryParserConstants.EOF)
                  .toList());
      tokens.check(text);
      return tokens;
    } catch (TokenMgrError unreadable) {
      int place = Math.min(characters.getBeginColumn(), text.readable().length());
      throw text.fault(unreadable(text.readable().substring(place)), place, null);
    }
  }

  private static String unreadable(String rest) {
    return switch (rest.isEmpty() ? ' ' : rest.charAt(0)) {
      case '"' -> "a quotation mark is not closed";
      case '/' -> "a slash begins a regular expression, and this one does not end";
      case '\\' -> "a backslash stands before nothing";
      case ' ' -> "the query ends too early";
      default -> "this cannot be read";
    };
  }

  private void check(WhereText text) {
    int depth = 0;
    for (Token token : tokens) {
      switch (token.kind) {
        case QueryParserConstants.LPAREN -> depth++;
        case QueryParserConstants.RPAREN -> depth--;
        default -> {}
      }
      if (depth > DEEPEST) {
        throw text.fault("more than " + DEEPEST + " parentheses are open", token.beginColumn, null);
      }
      if (token.kind == QueryParserConstants.NUMBER
          && Float.isInfinite(Float.parseFloat(token.image))) {
        throw text.fault("this weight is too large", token.beginColumn, null);
      }
    }
  }

  /// Where a name or a value stands, in the readable text.
  ///
  /// @param last what was parsed last; the mistake is there or before
  int placeOf(String culprit, Token last) {
    return tokens.stream()
        .filter(token -> token.beginColumn <= last.beginColumn)
        .filter(token -> unescaped(token.image).contains(culprit))
        .mapToInt(token -> token.beginColumn)
        .max()
        .orElse(last.beginColumn);
  }

  private static String unescaped(String image) {
    return image.replaceAll("(?s)\\\\(.)", "$1");
  }
}
