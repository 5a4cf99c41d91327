package dev.imagedb.store.lucene;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsLast;
import static java.util.stream.Collectors.toSet;

import dev.imagedb.photo.CaptureTime;
import dev.imagedb.photo.Photo;
import dev.imagedb.store.Cutoff;
import dev.imagedb.store.Direction;
import dev.imagedb.store.Fusion;
import dev.imagedb.store.Order;
import dev.imagedb.store.Page;
import dev.imagedb.store.Plan;
import dev.imagedb.store.Relevance;
import dev.imagedb.store.Words;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/// Answers plans by looking at every picture, in the plainest way: what the store must agree with.
///
/// @param pictures all there are, each with a vector
/// @param bm25 what a text scores the pictures that have its words, which is Lucene's business
/// @param passes whether a picture passes a plan's filters
record SearchOracle(
    List<Picture> pictures,
    Function<List<Words>, Map<Path, Double>> bm25,
    Predicate<Photo> passes) {

  /// A picture as it was stored.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Picture(Photo photo, float[] vector, String key) {
    Picture(Photo photo, float[] vector) {
      this(photo, vector, photo.file().path().toString());
    }

    Path path() {
      return photo.file().path();
    }

    /// To the last bit as the store compares.
    float cosine(Direction direction) {
      float score = (1 + VectorUtil.dotProduct(vector, direction.vector())) / 2;
      return (float) (2.0 * score - 1);
    }
  }

  private static final Comparator<Picture> BY_PATH = comparing(Picture::key);

  /// How many match.
  int count(Plan plan) {
    return members(plan).size();
  }

  /// The paths of a plan's page.
  List<Path> page(Plan plan) {
    Order order = plan.selection().order();
    Map<Path, Double> scores = scores(plan);
    Comparator<Picture> bestFirst = by(picture -> scores.getOrDefault(picture.path(), 0.0), true);
    List<Picture> best = sorted(members(plan), bestFirst);
    if (order.equals(Order.BY_SCORE)) {
      return paths(onPage(best, plan));
    }
    Comparator<Picture> wanted = order.key() == Order.Key.SCORE ? bestFirst.reversed() : key(order);
    return paths(
        plan.isBounded() ? onPage(sorted(best, wanted), plan) : sorted(onPage(best, plan), wanted));
  }

  private List<Picture> members(Plan plan) {
    Direction direction = plan.vector();
    Map<Path, Double> worded = bm25.apply(plan.texts());
    Stream<Picture> passing = pictures.stream().filter(picture -> passes.test(picture.photo()));
    if (direction == null) {
      return passing
          .filter(picture -> plan.texts().isEmpty() || worded.containsKey(picture.path()))
          .filter(
              picture ->
                  plan.texts().isEmpty() || reaches(plan, worded.getOrDefault(picture.path(), 0.0)))
          .toList();
    }
    boolean bound = !plan.texts().isEmpty() && plan.selection().fusion() == Fusion.FILTER;
    boolean either = plan.isFused() && plan.selection().cutoff() instanceof Cutoff.Relevant;
    return passing
        .filter(picture -> !bound || worded.containsKey(picture.path()))
        .filter(
            picture ->
                reaches(plan, picture.cosine(direction))
                    || (either && worded.containsKey(picture.path())))
        .toList();
  }

  private boolean reaches(Plan plan, double score) {
    return switch (plan.selection().cutoff()) {
      case Cutoff.None _ -> true;
      case Cutoff.LeastScore(double least) -> score >= least;
      case Cutoff.Relevant _ -> plan.vector() == null || score >= leastRelevant(plan.vector());
    };
  }

  private double leastRelevant(Direction direction) {
    float[] cosines = new float[pictures.size()];
    for (int i = 0; i < cosines.length; i++) {
      cosines[i] = pictures.get(i).cosine(direction);
    }
    return Relevance.of(cosines, direction.temperature()).cutoff();
  }

  /// The score of each picture that has one, whether or not it passes the cutoff.
  private Map<Path, Double> scores(Plan plan) {
    Direction direction = plan.vector();
    Map<Path, Double> worded = new HashMap<>(bm25.apply(plan.texts()));
    worded.keySet().retainAll(passing());
    if (direction == null) {
      return worded;
    }
    Map<Path, Double> near = new HashMap<>();
    for (Picture picture : pictures) {
      if (passes.test(picture.photo()) && !isFilteredOut(plan, picture, worded)) {
        near.put(picture.path(), (double) picture.cosine(direction));
      }
    }
    return plan.isFused() ? fused(plan, direction.weight(), near, worded) : near;
  }

  private Set<Path> passing() {
    return pictures.stream()
        .filter(picture -> passes.test(picture.photo()))
        .map(Picture::path)
        .collect(toSet());
  }

  private static boolean isFilteredOut(Plan plan, Picture picture, Map<Path, Double> worded) {
    return !plan.texts().isEmpty()
        && plan.selection().fusion() == Fusion.FILTER
        && !worded.containsKey(picture.path());
  }

  private Map<Path, Double> fused(
      Plan plan, double vectorWeight, Map<Path, Double> near, Map<Path, Double> worded) {
    double textWeight = plan.texts().stream().mapToDouble(Words::weight).max().orElse(1);
    Map<Path, Double> fused = new HashMap<>();
    add(fused, near, Collections.min(near.values()), vectorWeight, plan.selection().fusion());
    add(fused, worded, 0, textWeight, plan.selection().fusion());
    return fused;
  }

  private void add(
      Map<Path, Double> fused,
      Map<Path, Double> scores,
      double least,
      double weight,
      Fusion fusion) {
    List<Picture> ranking =
        sorted(
            pictures.stream().filter(picture -> scores.containsKey(picture.path())).toList(),
            by(picture -> scores.get(picture.path()), true));
    for (int i = 0; i < ranking.size(); i++) {
      double best = scores.getOrDefault(ranking.getFirst().path(), 0.0);
      double own = scores.getOrDefault(ranking.get(i).path(), 0.0);
      double ofBest = best > least ? (own - least) / (best - least) : 1;
      double share = fusion == Fusion.RRF ? weight / (61 + i) : weight * ofBest;
      fused.merge(ranking.get(i).path(), share, Double::sum);
    }
  }

  private static Comparator<Picture> key(Order order) {
    boolean falling = !order.reversed();
    return switch (order.key()) {
      case SCORE -> throw new IllegalArgumentException("needs the scores");
      case TAKEN -> by(picture -> taken(picture.photo()), falling);
      case MTIME -> by(picture -> picture.photo().file().modified().toEpochMilli(), falling);
      case SIZE -> by(picture -> picture.photo().file().size(), falling);
      case RATING -> by(picture -> picture.photo().metadata().description().rating(), falling);
      case PATH -> order.reversed() ? BY_PATH.reversed() : BY_PATH;
    };
  }

  private static @Nullable Long taken(Photo photo) {
    CaptureTime taken = photo.metadata().taken();
    return taken == null ? null : taken.instant().toEpochMilli();
  }

  /// What has no value comes last.
  private static <T extends Comparable<T>> Comparator<Picture> by(
      Function<Picture, @Nullable T> key, boolean falling) {
    Comparator<T> order = falling ? Comparator.reverseOrder() : Comparator.naturalOrder();
    return comparing(key, nullsLast(order));
  }

  private static List<Picture> sorted(List<Picture> pictures, Comparator<Picture> order) {
    return pictures.stream().sorted(order.thenComparing(BY_PATH)).toList();
  }

  private static List<Picture> onPage(List<Picture> pictures, Plan plan) {
    Page page = plan.selection().page();
    return pictures.stream().skip(page.offset()).limit(page.limit()).toList();
  }

  private static List<Path> paths(List<Picture> pictures) {
    return pictures.stream().map(Picture::path).toList();
  }
}
