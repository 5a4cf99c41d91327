package dev.imagedb.store.lucene;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.Query;

/// Whatever passes the filters. All are equally good.
record FilterMatching(Query query, SortedSearch sorted) implements Matching {
  @Override
  public List<Ranked> best(int count) throws IOException {
    return standings(sorted.byPath(query, count));
  }

  @Override
  public List<Ranked> standings(List<Integer> docs) {
    return docs.stream().map(doc -> new Ranked(doc, 0, null, null)).toList();
  }
}
