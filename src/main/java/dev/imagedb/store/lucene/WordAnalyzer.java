package dev.imagedb.store.lucene;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/// Cuts text into words: at what Unicode calls word boundaries, without case and accents.
///
/// A name like `IMG_1234`, `iPhone` or `X100V` is one word to some and several to others. The index
/// keeps both, the parts in a row and the whole beside the first of them, and a query asks for the
/// wholes or for the parts. (Asking for every mixture of both would need a query that doubles with
/// every such name.)
final class WordAnalyzer extends Analyzer {
  private static final int PARTS_OF_NAMES =
      WordDelimiterGraphFilter.GENERATE_WORD_PARTS
          | WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS
          | WordDelimiterGraphFilter.SPLIT_ON_CASE_CHANGE
          | WordDelimiterGraphFilter.SPLIT_ON_NUMERICS
          | WordDelimiterGraphFilter.STEM_ENGLISH_POSSESSIVE;

  /// So that no phrase reaches from one tag's value into the next.
  private static final int GAP_BETWEEN_VALUES = 100;

  /// What becomes of a name that has parts.
  enum Names {
    /// For documents.
    WHOLE_AND_PARTS,
    /// For queries.
    WHOLE,
    /// For queries.
    PARTS
  }

  private final Names names;

  WordAnalyzer(Names names) {
    this.names = names;
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    StandardTokenizer tokenizer = new StandardTokenizer();
    TokenStream words =
        switch (names) {
          case WHOLE -> tokenizer;
          case PARTS -> new WordDelimiterGraphFilter(tokenizer, PARTS_OF_NAMES, null);
          case WHOLE_AND_PARTS ->
              new FlattenGraphFilter(
                  new WordDelimiterGraphFilter(
                      tokenizer,
                      PARTS_OF_NAMES | WordDelimiterGraphFilter.PRESERVE_ORIGINAL,
                      null));
        };
    return new TokenStreamComponents(tokenizer, normalize(field, words));
  }

  @Override
  protected TokenStream normalize(String field, TokenStream words) {
    return new ASCIIFoldingFilter(new LowerCaseFilter(words));
  }

  @Override
  public int getPositionIncrementGap(String field) {
    return GAP_BETWEEN_VALUES;
  }
}
