package dev.imagedb.bench;

import java.util.List;

/// One piece of work, measured in one unit: who does it, and whose figures are compared.
public interface Row {

  /// How much each round asks of whoever waits for it.
  enum Length {
    SHORT(5),
    LONG(3);

    private final int rounds;

    Length(int rounds) {
      this.rounds = rounds;
    }

    /// The fewest rounds whose median is worth telling.
    public int rounds() {
      return rounds;
    }
  }

  String name();

  /// What every figure of this row is in: `pictures/s`.
  String unit();

  Length length();

  /// Makes what the work needs, and those who do it. Not asked where the row is left out.
  ///
  /// @throws Skip where something is not here that the row is about
  List<Contender> contenders() throws Exception;

  List<Comparison> comparisons();
}
