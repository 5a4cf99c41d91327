package dev.imagedb.labelling;

import dev.imagedb.fault.UserException;
import java.util.List;

/// Which of a picture's labels are worth telling.
///
/// @param most how many at most
/// @param leastProbability of each, 0 to 1
public record Choice(int most, double leastProbability) {
  public Choice {
    if (!(leastProbability >= 0 && leastProbability <= 1)) {
      throw UserException.usage(
          "--min-probability is " + leastProbability + ", expected 0 to 1",
          "--min-probability 0.5");
    }
  }

  /// @param labels the likeliest first
  List<LikelyLabel> of(List<LikelyLabel> labels) {
    return labels.stream()
        .limit(most)
        .filter(label -> label.probability() >= leastProbability)
        .toList();
  }
}
