package dev.imagedb.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureTest {

  /// A ranking, judgements, and what trec_eval says of them, in the order of [Measure]: made by
  /// `src/test/reference/reference_metrics.py`.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          15 9 1 14 8 11 19 7 10 17 5 13 2 0 | 13=1 1=1 8=2 16=0 15=2 6=0 12=1 4=0 | 0.200000000 0.600000000 0.600000000 1.000000000 0.520000000 0.714878274
          2 3 7 4 17 8 0 10 19 11 15 12 14 6 | 18=1 2=1 8=1 3=3 | 0.250000000 0.500000000 0.750000000 1.000000000 0.625000000 0.712248323
          1 8 2 12 4 5 18 13 0 11 14 17 15 6 | 2=1 19=0 | 0.000000000 1.000000000 1.000000000 0.333333333 0.333333333 0.500000000
          19 18 17 5 6 2 1 9 7 3 | 18=3 17=2 4=-1 11=2 15=-1 | 0.000000000 0.666666667 0.666666667 0.500000000 0.388888889 0.549765583
          4 17 11 1 13 14 19 16 5 3 2 6 18 7 8 | 9=-1 3=-1 12=-1 15=1 4=2 | 0.500000000 0.500000000 0.500000000 1.000000000 0.500000000 0.760187533
          3 2 0 14 6 7 11 19 18 | 8=1 11=1 16=0 0=1 14=2 12=-1 3=2 10=0 17=-1 2=3 1=0 | 0.166666667 0.666666667 0.833333333 1.000000000 0.785714286 0.868214173
          0 6 19 13 3 10 8 15 7 1 9 4 12 | 2=-1 15=1 8=1 1=0 0=3 19=1 10=2 9=2 7=3 5=-1 13=0 | 0.142857143 0.285714286 0.857142857 1.000000000 0.666589363 0.736131318
          7 6 9 2 8 12 16 13 5 11 1 10 14 15 0 18 | 4=-1 12=2 1=0 2=-1 3=-1 5=1 9=1 | 0.000000000 0.333333333 1.000000000 0.333333333 0.333333333 0.483384965
          """)
  void agreesWithTrecEval(String ranking, String judgements, String expected) {
    JudgedRanking judged = JudgedRanking.of(numbers(ranking), relevances(judgements));

    double[] values =
        Stream.of(Measure.values()).mapToDouble(measure -> measure.of(judged)).toArray();
    double[] reference = Stream.of(expected.split(" ")).mapToDouble(Double::parseDouble).toArray();
    assertThat(values).containsExactly(reference, within(1e-8));
  }

  @Test
  void countsWhatNobodyJudgedAsNotRelevant() {
    JudgedRanking ranking = JudgedRanking.of(new int[] {7, 8, 9}, Map.of(9, 1));

    assertThat(Measure.RECIPROCAL_RANK.of(ranking)).isEqualTo(1 / 3.0);
    assertThat(Measure.NDCG_10.of(ranking)).isEqualTo(0.5); // 1 / log2(3 + 1)
  }

  @Test
  void isZeroWhereNothingIsRelevant() {
    JudgedRanking ranking = JudgedRanking.of(new int[] {1, 2}, Map.of(1, 0, 2, -1));

    assertThat(Measure.values()).allMatch(measure -> measure.of(ranking) == 0);
  }

  @Test
  void isOneWhereAllThatIsRelevantComesFirst() {
    JudgedRanking ranking = JudgedRanking.of(new int[] {4, 1, 2}, Map.of(4, 3));

    assertThat(Measure.values()).allMatch(measure -> measure.of(ranking) == 1);
  }

  private static int[] numbers(String words) {
    return Stream.of(words.split(" ")).mapToInt(Integer::parseInt).toArray();
  }

  private static Map<Integer, Integer> relevances(String words) {
    return Arrays.stream(words.split(" "))
        .map(word -> word.split("="))
        .collect(
            Collectors.toMap(pair -> Integer.parseInt(pair[0]), pair -> Integer.parseInt(pair[1])));
  }
}
