package dev.imagedb.store.lucene;

import dev.imagedb.store.lucene.FieldCatalogue.Entry;
import dev.imagedb.store.lucene.FieldCatalogue.Kind;
import dev.imagedb.store.lucene.Scale.Span;
import dev.imagedb.store.lucene.WordAnalyzer.Names;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.RegexpQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.search.WildcardQuery;
import org.jspecify.annotations.Nullable;

/// Lucene's query language, each field asked as its [Kind] wants it.
///
/// In two things this differs from Lucene's own parser, where it surprises those who only filter:
/// AND binds more tightly than OR, and `a OR NOT b` finds what has `a` and what lacks `b`.
final class WhereParser extends QueryParser {
  /// `QueryParserBase.CONJ_OR` and `MOD_NOT`, which only their package can see.
  private static final int OR_BEFORE = 2;

  private static final int NOT_BEFORE = 10;

  private static final String ANYTHING = "*";
  private static final Pattern COMPARISON = Pattern.compile("(?s)([<>]=?)(.*)");

  private final Clock clock;

  /// @param clock tells what day it is, and in which time zone
  WhereParser(Clock clock) {
    super(Fields.TEXT, new WordAnalyzer(Names.WHOLE));
    this.clock = clock;
    setDefaultOperator(Operator.AND);
    setSplitOnWhitespace(true);
    setAllowLeadingWildcard(true);
  }

  /// A clause that begins an alternative is kept as SHOULD, and those that belong to it as MUST,
  /// until [#getBooleanQuery] puts them together.
  @Override
  protected void addClause(
      List<BooleanClause> clauses, int conjunction, int modifier, Query query) {
    boolean begins = clauses.isEmpty() || conjunction == OR_BEFORE;
    Query meant = modifier == NOT_BEFORE ? not(query) : query;
    clauses.add(new BooleanClause(meant, begins ? Occur.SHOULD : Occur.MUST));
  }

  @Override
  protected Query getBooleanQuery(List<BooleanClause> clauses) {
    List<BooleanQuery.Builder> alternatives = new ArrayList<>();
    for (BooleanClause clause : clauses) {
      if (clause.occur() == Occur.SHOULD) {
        alternatives.add(new BooleanQuery.Builder());
      }
      alternatives.getLast().add(clause.query(), Occur.FILTER);
    }
    return FieldWords.anyOf(alternatives.stream().map(BooleanQuery.Builder::build).toList());
  }

  private static Query not(Query query) {
    return new BooleanQuery.Builder()
        .add(MatchAllDocsQuery.INSTANCE, Occur.FILTER)
        .add(query, Occur.MUST_NOT)
        .build();
  }

  @Override
  protected Query getFieldQuery(String name, String text, boolean quoted) throws ParseException {
    return getFieldQuery(name, text, 0);
  }

  @Override
  protected Query getFieldQuery(String name, String text, int slop) throws ParseException {
    Entry entry = entry(name);
    return switch (entry.kind()) {
      case Kind.Words _ -> FieldWords.phrase(entry.indexed(), text, slop);
      case Kind.Exact _ -> new TermQuery(term(entry, text));
      case Kind.Ordered(Scale scale) -> compared(entry, scale, text);
      case Kind.Located _ -> throw notInWords(entry, text);
    };
  }

  /// `800`, and `>800`, `>=800`, `<800`, `<=800`: to Lucene's grammar all of these are words.
  private Query compared(Entry entry, Scale scale, String text) throws WhereFault {
    Matcher comparison = COMPARISON.matcher(text);
    if (!comparison.matches()) {
      return scale.in(entry.indexed(), read(entry, scale, text));
    }
    String value = comparison.group(2);
    boolean inclusive = comparison.group(1).endsWith("=");
    return text.startsWith("<")
        ? between(entry, scale, null, value, true, inclusive)
        : between(entry, scale, value, null, inclusive, true);
  }

  @Override
  protected Query getRangeQuery(
      String name,
      @Nullable String from,
      @Nullable String to,
      boolean includesFrom,
      boolean includesTo)
      throws ParseException {
    Entry entry = entry(name);
    return switch (entry.kind()) {
      case Kind.Ordered(Scale scale) -> between(entry, scale, from, to, includesFrom, includesTo);
      case Kind.Located _ -> throw notInWords(entry, name);
      case Kind.Words _, Kind.Exact _ ->
          TermRangeQuery.newStringRange(
              entry.indexed(),
              from == null ? null : normalized(entry, from),
              to == null ? null : normalized(entry, to),
              includesFrom,
              includesTo);
    };
  }

  private Query between(
      Entry entry,
      Scale scale,
      @Nullable String from,
      @Nullable String to,
      boolean includesFrom,
      boolean includesTo)
      throws WhereFault {
    double least = Double.NEGATIVE_INFINITY;
    double most = Double.POSITIVE_INFINITY;
    if (from != null) {
      Span first = read(entry, scale, from);
      least = includesFrom ? first.least() : scale.above(first.most());
    }
    if (to != null) {
      Span last = read(entry, scale, to);
      most = includesTo ? last.most() : scale.below(last.least());
    }
    if (least > most) {
      throw new WhereFault(
          "no %s is from %s to %s".formatted(entry.name(), from, to),
          String.valueOf(from),
          "the lesser first: %s:[%s TO %s]".formatted(entry.name(), to, from));
    }
    return scale.in(entry.indexed(), new Span(least, most));
  }

  private Span read(Entry entry, Scale scale, String text) throws WhereFault {
    return scale
        .read(text, clock)
        .orElseThrow(
            () ->
                new WhereFault(
                    "%s is %s, got \"%s\""
                        .formatted(entry.name(), scale.meaning(), WhereFault.shortened(text)),
                    text,
                    "write it like " + scale.examples()));
  }

  @Override
  protected Query getWildcardQuery(String name, String pattern) throws ParseException {
    if (ANYTHING.equals(name) && ANYTHING.equals(pattern)) {
      return MatchAllDocsQuery.INSTANCE;
    }
    Entry entry = entry(name);
    if (ANYTHING.equals(pattern)) {
      return new FieldExistsQuery(entry.indexed());
    }
    return new WildcardQuery(termOfWords(entry, pattern));
  }

  @Override
  protected Query getPrefixQuery(String name, String start) throws ParseException {
    return new PrefixQuery(termOfWords(entry(name), start));
  }

  @Override
  protected Query getFuzzyQuery(String name, String text, float edits) throws ParseException {
    Term term = termOfWords(entry(name), text);
    return new FuzzyQuery(
        term,
        FuzzyQuery.floatToEdits(edits, text.codePointCount(0, text.length())),
        FuzzyQuery.defaultPrefixLength,
        FuzzyQuery.defaultMaxExpansions,
        FuzzyQuery.defaultTranspositions,
        // Not Lucene's 50 best words: each is another clause, and none may be forgotten.
        MultiTermQuery.CONSTANT_SCORE_BLENDED_REWRITE);
  }

  @Override
  protected Query getRegexpQuery(String name, String expression) throws ParseException {
    Entry entry = entry(name);
    requireWords(entry, expression);
    if (!RegexBudget.allows(expression)) {
      throw new WhereFault(
          "this regular expression is too large", expression, "a shorter one, or * and ?");
    }
    try {
      return new RegexpQuery(new Term(entry.indexed(), expression));
    } catch (IllegalArgumentException wrong) {
      throw new WhereFault(
          "this is no regular expression", expression, "text that holds a slash in quotes");
    }
  }

  private static Entry entry(String name) throws WhereFault {
    return FieldCatalogue.find(name).orElseThrow(() -> WhereFault.unknownField(name));
  }

  private Term termOfWords(Entry entry, String text) throws WhereFault {
    requireWords(entry, text);
    return term(entry, text);
  }

  private static void requireWords(Entry entry, String text) throws WhereFault {
    switch (entry.kind()) {
      case Kind.Words _, Kind.Exact _ -> {}
      case Kind.Located _ -> throw notInWords(entry, text);
      case Kind.Ordered(Scale scale) ->
          throw new WhereFault(
              "%s is %s, which has no beginnings or patterns"
                  .formatted(entry.name(), scale.meaning()),
              text,
              "write it like " + scale.examples());
    }
  }

  private static WhereFault notInWords(Entry entry, String culprit) {
    return new WhereFault(
        entry.name() + " is a place on earth, which no words stand for",
        culprit,
        "--near 48.8584,2.2945,10km, or gps:* for all that have one");
  }

  private Term term(Entry entry, String text) {
    return new Term(entry.indexed(), normalized(entry, text));
  }

  /// As terms of this field are spelt.
  private String normalized(Entry entry, String text) {
    return switch (entry.kind()) {
      case Kind.Exact(boolean caseless) -> caseless ? text.toLowerCase(Locale.ROOT) : text;
      case Kind.Words _, Kind.Ordered _, Kind.Located _ ->
          getAnalyzer().normalize(entry.indexed(), text).utf8ToString();
    };
  }
}
