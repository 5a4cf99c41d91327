package dev.imagedb.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.crawl.Wildcard.Part;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WildcardTest {
  private final AtomicLong comparisons = new AtomicLong();

  @Test
  void aStarStandsForAnyNumberOfThings() {
    assertThat(pattern("a*b*").matches(things("ab"))).isTrue();
    assertThat(pattern("a*b*").matches(things("axbyb"))).isTrue();
    assertThat(pattern("a*b").matches(things("axbyb"))).isTrue();
    assertThat(pattern("a*b").matches(things("axby"))).isFalse();
    assertThat(pattern("").matches(things("a"))).isFalse();
    assertThat(pattern("**").matches(things(""))).isTrue();
  }

  @Test
  void manyStarsCostNoMoreComparisonsThanBothLengthsMultiplied() {
    String stars = "a*".repeat(100) + "b";
    String name = "a".repeat(255);

    assertThat(pattern(stars).matches(things(name))).isFalse();

    assertThat(comparisons).hasValueLessThanOrEqualTo((long) stars.length() * name.length());
  }

  @Test
  void aStarBeforeALongEndingCostsNoMoreEither() {
    String ending = "*" + "a".repeat(127) + "b";
    String name = "a".repeat(255);

    assertThat(pattern(ending).matches(things(name))).isFalse();

    assertThat(comparisons).hasValueLessThanOrEqualTo((long) ending.length() * name.length());
  }

  /// A pattern that counts what it compares.
  private Wildcard<Integer> pattern(String written) {
    return new Wildcard<>(
        written
            .chars()
            .mapToObj(sign -> sign == '*' ? new Part.AnyNumber<Integer>() : one(sign))
            .toList());
  }

  private Part<Integer> one(int expected) {
    return new Part.One<>(
        thing -> {
          comparisons.incrementAndGet();
          return thing == expected;
        });
  }

  private static List<Integer> things(String letters) {
    return letters.chars().boxed().toList();
  }
}
