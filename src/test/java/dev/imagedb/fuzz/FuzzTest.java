package dev.imagedb.fuzz;

import static dev.imagedb.fuzz.Seeds.icon;
import static dev.imagedb.fuzz.Seeds.text;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every target on seeds of our own and what a fuzzer's simplest steps make of them: the same in
/// every build.
@Timeout(120)
final class FuzzTest {
  private static final int MUTANTS = 150;

  /// A target and where to begin.
  ///
  /// @param name for whoever sees it fail
  record Target(String name, Consumer<byte[]> call, List<byte[]> seeds) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Target> targets() {
    return Stream.of(
        new Target("decoder", DecoderTarget::fuzzerTestOneInput, Seeds.pictures()),
        new Target("metadata", MetadataTarget::fuzzerTestOneInput, Seeds.pictures()),
        new Target(
            "query",
            QueryTarget::fuzzerTestOneInput,
            List.of(
                text("a dog on a beach^2"),
                text("{\"id\": 7, \"prompt\": [\"a dog\", \"snow^0.5\"], \"limit\": 5}"))),
        new Target(
            "ignore file",
            IgnoreFileTarget::fuzzerTestOneInput,
            List.of(text("# no\n*.tmp\n!keep.tmp\n/a/**/b/\n[!a-z]?\\ \n"), icon())));
  }

  @ParameterizedTest
  @MethodSource("targets")
  void keepsItsPromises(Target target) {
    Random random = new Random(1);
    for (byte[] seed : target.seeds()) {
      target.call().accept(seed);
      for (int i = 0; i < MUTANTS; i++) {
        byte[] mutant = Mutation.of(seed, random);
        call(target, mutant);
      }
    }
  }

  /// What fails is printed as Java would write it, to be kept as a test.
  private static void call(Target target, byte[] mutant) {
    try {
      target.call().accept(mutant);
    } catch (RuntimeException | Error failure) {
      throw new AssertionError(Mutation.asText(mutant), failure);
    }
  }
}
