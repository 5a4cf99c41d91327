package dev.imagedb.fuzz;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every target on seeds of our own and what a fuzzer's simplest steps make of them: the same in
/// every build.
@Timeout(120)
final class FuzzTest {
  private static final int MUTANTS = 200;

  static List<Target> targets() {
    return Target.ALL;
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
