package dev.imagedb.store.lucene;

import dev.imagedb.fault.UserException;
import java.io.StringReader;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.queryparser.charstream.FastCharStream;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParserConstants;
import org.apache.lucene.queryparser.classic.Token;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/// What people type for `--where`, as a query. Whatever is wrong with it is said with its place.
///
/// The language is that of Lucene's classic parser, over the fields of [FieldCatalogue]:
/// `taken:[2019 TO 2020-06] AND iso:[800 TO *] AND camera:"X100V"`. What a date or a number means
/// is said in [Scale]; see [WhereParser] and [WhereText] for what else differs.
final class WhereQuery {
  private static final int LONGEST = 50_000;

  /// Beside these, [PlanQueries] leaves room for words and other filters.
  private static final int MOST_CLAUSES = 512;

  private static final String EXAMPLE =
      "--where 'taken:[2019 TO 2020-06] AND iso:[800 TO *] AND camera:\"X100V\"'";

  private WhereQuery() {}

  /// @throws UserException where the query is no query; its excerpt has a caret under the mistake
  static Query of(String typed) {
    return of(typed, Clock.system(ZoneId.systemDefault()));
  }

  /// @param clock tells what day it is, and in which time zone
  static Query of(String typed, Clock clock) {
    if (typed.isBlank()) {
      throw UserException.usage("--where is empty", EXAMPLE);
    }
    if (typed.length() > LONGEST) {
      throw UserException.usage(
          "--where has %,d characters, expected at most %,d".formatted(typed.length(), LONGEST),
          null);
    }
    WhereText text = WhereText.of(typed);
    return parsed(text, WhereTokens.of(text), new WhereParser(clock));
  }

  private static Query parsed(WhereText text, WhereTokens tokens, WhereParser parser) {
    parser.ReInit(new FastCharStream(new StringReader(text.readable())));
    try {
      Query query = parser.TopLevelQuery(Fields.TEXT);
      query.visit(new ClauseCount(MOST_CLAUSES));
      return query;
    } catch (WhereFault fault) {
      int place = tokens.placeOf(fault.culprit(), parser.token);
      throw text.fault(fault.problem(), place, fault.hint());
    } catch (ParseException wrong) {
      throw misplaced(text, wrong, parser.token);
    } catch (TooComplexToDeterminizeException large) {
      throw text.fault("this pattern is too large", parser.token.beginColumn, null);
    } catch (IndexSearcher.TooManyClauses many) {
      throw UserException.usage(
          "--where asks for more than " + MOST_CLAUSES + " things",
          "ranges and patterns instead of lists");
    }
  }

  /// @param last what was parsed last
  private static UserException misplaced(WhereText text, ParseException wrong, Token last) {
    Token found = wrong.currentToken == null ? last : wrong.currentToken.next;
    List<Integer> expected =
        wrong.expectedTokenSequences == null
            ? List.of()
            : IntStream.range(0, wrong.expectedTokenSequences.length)
                .mapToObj(i -> wrong.expectedTokenSequences[i][0])
                .toList();
    boolean ended = found.kind == QueryParserConstants.EOF;
    int place = ended ? text.readable().length() : found.beginColumn;
    return text.fault(problem(found, expected, ended), place, null);
  }

  private static String problem(Token found, List<Integer> expected, boolean ended) {
    if (expected.isEmpty()) {
      return "this cannot be read";
    }
    if (expected.equals(List.of(QueryParserConstants.RANGE_TO))) {
      return "a range needs a TO";
    }
    if (expected.contains(QueryParserConstants.RANGEIN_END)) {
      return "a range ends with ] or }";
    }
    if (found.kind == QueryParserConstants.RPAREN) {
      return expected.contains(QueryParserConstants.EOF)
          ? "a parenthesis is closed that was not opened"
          : "something is missing before )";
    }
    if (ended) {
      return expected.contains(QueryParserConstants.RPAREN)
          ? "a parenthesis is not closed"
          : "the query ends too early";
    }
    return "\"%s\" is not expected here".formatted(WhereFault.shortened(found.image));
  }
}
