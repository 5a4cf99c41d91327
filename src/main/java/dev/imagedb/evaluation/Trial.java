package dev.imagedb.evaluation;

import dev.imagedb.embed.Embedder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/// Questions that were asked: each with its vector, so that the gallery can be ranked for it.
final class Trial {
  private final Gallery gallery;
  private final List<Question> questions;
  private final List<float[]> vectors;

  /// @param vectors of the questions, in the same order
  Trial(Gallery gallery, List<Question> questions, List<float[]> vectors) {
    this.gallery = gallery;
    this.questions = List.copyOf(questions);
    this.vectors = List.copyOf(vectors);
  }

  /// Embeds the words of all questions.
  ///
  /// @param embedder of the gallery's space
  /// @param done is told after each question how many are embedded
  static Trial of(Gallery gallery, TestSet test, Embedder embedder, LongConsumer done) {
    List<float[]> vectors = new ArrayList<>();
    for (Question question : test.questions()) {
      vectors.add(embedder.embedText(question.words()));
      done.accept(vectors.size());
    }
    return new Trial(gallery, test.questions(), vectors);
  }

  /// Ranks all pictures for every question, on all cores, and measures the rankings.
  Evaluation evaluate() {
    List<Map<Measure, Double>> measured =
        IntStream.range(0, questions.size()).parallel().mapToObj(this::measured).toList();
    Map<Measure, Estimate> means = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      means.put(
          measure, Estimate.of(measured.stream().mapToDouble(all -> all.get(measure)).toArray()));
    }
    return new Evaluation(questions.size(), gallery.size(), means);
  }

  /// The vectors of the questions, shape (questions, dimension).
  List<float[]> vectors() {
    return vectors;
  }

  /// Every measure of one question's ranking, which need not be kept.
  Map<Measure, Double> measured(int question) {
    JudgedRanking ranking =
        JudgedRanking.of(ranking(question), questions.get(question).relevance());
    Map<Measure, Double> values = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      values.put(measure, measure.of(ranking));
    }
    return values;
  }

  int[] ranking(int question) {
    return gallery.rank(vectors.get(question));
  }

  List<Question> questions() {
    return questions;
  }

  Gallery gallery() {
    return gallery;
  }
}
