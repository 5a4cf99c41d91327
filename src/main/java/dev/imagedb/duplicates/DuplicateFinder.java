package dev.imagedb.duplicates;

import dev.imagedb.duplicates.Duplicate.Kinship;
import dev.imagedb.duplicates.NearPairs.Found;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds the groups of copies among pictures. All methods are pure, and give the same groups for
/// the same pictures in whatever order they come.
public final class DuplicateFinder {
  private DuplicateFinder() {}

  /// The pictures whose files hold the same bytes.
  public static List<DuplicateGroup> exact(Stream<Picture> pictures) {
    return groups(contents(pictures), Map.of());
  }

  /// The pictures that show the same photograph: those of the same bytes, and those that are
  /// smaller, encoded anew, cropped a little or marked.
  ///
  /// @param minCosine how alike the vectors of two pictures must be, -1 to 1; only of those that
  ///   look the same in every detail it is not asked
  public static List<DuplicateGroup> near(Stream<Picture> pictures, double minCosine) {
    List<List<Picture>> contents = contents(pictures);
    List<Picture> firsts = contents.stream().map(List::getFirst).toList();
    Map<Integer, List<Found>> byKeeper =
        new NearPairs(firsts, minCosine)
            .all()
            .collect(Collectors.groupingBy(found -> found.pair().one()));
    return groups(contents, byKeeper);
  }

  /// The pictures of the same bytes together, and the one to keep first; the lists likewise.
  private static List<List<Picture>> contents(Stream<Picture> pictures) {
    Map<String, List<Picture>> bySha256 =
        pictures
            .sorted(Reason.ORDER)
            .collect(
                Collectors.groupingBy(Picture::sha256, LinkedHashMap::new, Collectors.toList()));
    return List.copyOf(bySha256.values());
  }

  /// Gathers around each picture that is in no group yet, best first, those that are near to it.
  private static List<DuplicateGroup> groups(
      List<List<Picture>> contents, Map<Integer, List<Found>> byKeeper) {
    List<DuplicateGroup> groups = new ArrayList<>();
    BitSet taken = new BitSet();
    for (int i = 0; i < contents.size(); i++) {
      if (!taken.get(i)) {
        List<Duplicate> duplicates = new ArrayList<>(twins(contents.get(i)));
        for (Found found : byKeeper.getOrDefault(i, List.of())) {
          if (!taken.get(found.pair().other())) {
            taken.set(found.pair().other());
            duplicates.addAll(near(contents.get(found.pair().other()), found.near()));
          }
        }
        if (!duplicates.isEmpty()) {
          groups.add(DuplicateGroup.of(contents.get(i).getFirst(), duplicates));
        }
      }
    }
    groups.sort(Comparator.comparing(group -> group.keeper().file().path()));
    return List.copyOf(groups);
  }

  private static List<Duplicate> twins(List<Picture> sameBytes) {
    return sameBytes.stream()
        .skip(1)
        .map(picture -> new Duplicate(picture, new Kinship.SameBytes()))
        .toList();
  }

  private static List<Duplicate> near(List<Picture> sameBytes, Kinship.Near near) {
    return sameBytes.stream().map(picture -> new Duplicate(picture, near)).toList();
  }
}
