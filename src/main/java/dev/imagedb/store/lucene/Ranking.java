package dev.imagedb.store.lucene;

import static java.util.Comparator.comparingDouble;

import dev.imagedb.store.Order;
import dev.imagedb.store.Page;
import dev.imagedb.store.Plan;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;

/// Puts what matches a plan in the order that it asks for, and takes out its page.
record Ranking(IndexSearcher searcher, Plan plan, Matching matching) {

  /// The page, in order.
  List<Ranked> page() throws IOException {
    Page page = plan.selection().page();
    Order order = plan.selection().order();
    if (order.equals(Order.BY_SCORE)) {
      return onPage(matching.best(page.depth()));
    }
    return plan.isBounded() ? onPage(inOrder(order)) : pageInOrder(order);
  }

  /// All that matches, as far as the page's end.
  private List<Ranked> inOrder(Order order) throws IOException {
    if (order.key() == Order.Key.SCORE) {
      return worstFirst(matching.best(Integer.MAX_VALUE));
    }
    SortedSearch sorted = new SortedSearch(searcher);
    int depth = plan.selection().page().depth();
    return matching.standings(sorted.first(matching.query(), order, depth));
  }

  /// Everything is somewhat like a vector: where nothing says where such a list ends, each page of
  /// it is put in order by itself, so that it still holds the best.
  private List<Ranked> pageInOrder(Order order) throws IOException {
    List<Ranked> page = onPage(matching.best(plan.selection().page().depth()));
    if (order.key() == Order.Key.SCORE) {
      return worstFirst(page);
    }
    int[] docs = page.stream().mapToInt(Ranked::doc).toArray();
    SortedSearch sorted = new SortedSearch(searcher);
    return matching.standings(sorted.first(new DocumentsQuery(docs), order, docs.length));
  }

  private List<Ranked> onPage(List<Ranked> ranked) {
    Page page = plan.selection().page();
    return ranked.stream().skip(page.offset()).limit(page.limit()).toList();
  }

  /// Keeps the order by path among equals.
  private static List<Ranked> worstFirst(List<Ranked> bestFirst) {
    return bestFirst.stream().sorted(comparingDouble(Ranked::score)).toList();
  }
}
