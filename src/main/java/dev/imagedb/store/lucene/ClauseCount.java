package dev.imagedb.store.lucene;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;

/// Counts the clauses of the queries that it visits, as [IndexSearcher] does when it searches.
final class ClauseCount extends QueryVisitor {
  private final int most;
  private int clauses;

  /// @param most from the next one on, [IndexSearcher.TooManyClauses] is thrown
  ClauseCount(int most) {
    this.most = most;
  }

  @Override
  public QueryVisitor getSubVisitor(Occur occur, Query parent) {
    return this;
  }

  @Override
  public void consumeTerms(Query query, Term... terms) {
    visitLeaf(query);
  }

  @Override
  public void visitLeaf(Query query) {
    clauses++;
    if (clauses > most) {
      throw new IndexSearcher.TooManyClauses();
    }
  }
}
