package dev.imagedb.shell;

import dev.imagedb.fault.UserException;
import dev.imagedb.search.Answer;
import dev.imagedb.store.Hit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The search that hits are named after by their numbers, and that `more` goes on with. Safe for
/// use by many threads.
final class LastSearch {
  private static final Set<String> PAGING = Set.of("--offset", "--page");

  private final NavigableMap<Integer, Path> hits = new TreeMap<>();
  private List<String> running = List.of();
  private List<String> answered = List.of();
  private long total;

  /// A command line begins to run; what is heard until the next one is its answer.
  synchronized void begin(List<String> words) {
    running = withoutPaging(words);
  }

  /// Remembers what was found. Further pages of the same search add to it.
  synchronized void hear(Answer answer) {
    if (!running.equals(answered)) {
      hits.clear();
    }
    answered = running;
    total = answer.hits().total();
    for (Hit hit : answer.hits().hits()) {
      hits.put(hit.rank(), hit.photo().file().path());
    }
  }

  /// The picture with this number.
  ///
  /// @throws UserException where no hit has it
  synchronized Path hit(int rank) {
    requireSearch();
    Path picture = hits.get(rank);
    if (picture == null) {
      throw UserException.usage(
          "there is no hit %d: the last search shows %d to %d"
              .formatted(rank, hits.firstKey(), hits.lastKey()),
          "open " + hits.firstKey());
    }
    return picture;
  }

  /// The command line for the next page.
  ///
  /// @throws UserException where there is none
  synchronized List<String> more() {
    requireSearch();
    int shown = hits.lastKey();
    if (shown >= total) {
      throw UserException.usage("there is no more: that were all " + total, null);
    }
    return Stream.concat(answered.stream(), Stream.of("--offset", Integer.toString(shown)))
        .toList();
  }

  private void requireSearch() {
    if (hits.isEmpty()) {
      throw UserException.usage("no search has found anything yet", "a dog on a beach");
    }
  }

  private static List<String> withoutPaging(List<String> words) {
    List<String> others = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (PAGING.contains(word)) {
        i++;
      } else if (PAGING.stream().noneMatch(option -> word.startsWith(option + "="))) {
        others.add(word);
      }
    }
    return others;
  }
}
