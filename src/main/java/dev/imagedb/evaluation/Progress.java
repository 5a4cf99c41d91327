package dev.imagedb.evaluation;

/// Is told how many prompts are embedded, which takes most of an evaluation's time.
@FunctionalInterface
public interface Progress {
  void update(long done, long total);
}
