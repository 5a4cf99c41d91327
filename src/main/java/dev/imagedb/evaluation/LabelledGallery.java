package dev.imagedb.evaluation;

import dev.imagedb.labelling.LabelList;
import dev.imagedb.labelling.LikelyLabel;
import dev.imagedb.labelling.ZeroShot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Pictures of which people said what they show. Others of the database have no part in this, since
/// nobody knows what is on them.
final class LabelledGallery {
  private final Gallery gallery;
  private final List<Set<String>> labels; // of each picture of the gallery
  private final LabelList all;
  private final List<String> absent;

  private LabelledGallery(
      Gallery gallery, List<Set<String>> labels, LabelList all, List<String> absent) {
    this.gallery = gallery;
    this.labels = labels;
    this.all = all;
    this.absent = absent;
  }

  /// Reads which labels the pictures of a gallery have: a CSV file with the header `image,label`. A
  /// picture may have several lines.
  ///
  /// @throws dev.imagedb.fault.UserException where the file cannot be read, or none of its pictures
  ///   is in the gallery
  static LabelledGallery of(Path file, Gallery whole) {
    PictureNames names = new PictureNames(whole, TestSet.folder(file));
    Map<Integer, Set<String>> labels = new TreeMap<>();
    Set<String> absent = new LinkedHashSet<>();
    List<String> used = new ArrayList<>();
    for (PairTable.Pair line : PairTable.read(file, "image", "label")) {
      Optional<Integer> picture = names.find(line.first());
      if (picture.isPresent()) {
        labels.computeIfAbsent(picture.get(), _ -> new LinkedHashSet<>()).add(line.second());
        used.add(line.second());
      } else {
        absent.add(line.first());
      }
    }
    if (labels.isEmpty()) {
      throw TestSet.noneOf(file, absent);
    }
    return new LabelledGallery(
        whole.only(labels.keySet()),
        List.copyOf(labels.values()),
        new LabelList(used),
        List.copyOf(absent));
  }

  /// All labels that a picture has.
  LabelList labels() {
    return all;
  }

  /// What the file calls the pictures that are not in the database.
  List<String> absent() {
    return absent;
  }

  /// Lets a model name every picture, and find the pictures of every label.
  ///
  /// @param model that knows just [#labels]
  ZeroShotEvaluation evaluate(ZeroShot model) {
    List<List<String>> judged =
        IntStream.range(0, gallery.size())
            .parallel()
            .mapToObj(picture -> model.judge(gallery.vector(picture)))
            .map(likely -> likely.stream().limit(5).map(LikelyLabel::label).toList())
            .toList();
    Trial trial = trial(model);
    return new ZeroShotEvaluation(
        Estimate.of(hits(judged, 1)),
        Estimate.of(hits(judged, 5)),
        scores(judged, trial),
        trial.evaluate());
  }

  private double[] hits(List<List<String>> judged, int depth) {
    return IntStream.range(0, gallery.size())
        .mapToDouble(
            picture ->
                judged.get(picture).stream().limit(depth).anyMatch(labels.get(picture)::contains)
                    ? 1
                    : 0)
        .toArray();
  }

  private Trial trial(ZeroShot model) {
    List<Question> questions = all.labels().stream().map(this::question).toList();
    List<float[]> vectors = IntStream.range(0, questions.size()).mapToObj(model::vector).toList();
    return new Trial(gallery, questions, vectors);
  }

  private Question question(String label) {
    Map<Integer, Integer> relevance = new LinkedHashMap<>();
    pictures(label).forEach(picture -> relevance.put(picture, 1));
    return new Question(label, label, relevance);
  }

  private IntStream pictures(String label) {
    return IntStream.range(0, gallery.size())
        .filter(picture -> labels.get(picture).contains(label));
  }

  private List<LabelScore> scores(List<List<String>> judged, Trial trial) {
    return IntStream.range(0, all.labels().size())
        .mapToObj(
            at -> {
              String label = all.labels().get(at);
              double recall =
                  pictures(label)
                      .map(picture -> judged.get(picture).getFirst().equals(label) ? 1 : 0)
                      .average()
                      .orElse(0);
              double precision = trial.measured(at).getOrDefault(Measure.AVERAGE_PRECISION, 0.0);
              return new LabelScore(label, (int) pictures(label).count(), recall, precision);
            })
        .toList();
  }
}
