package dev.imagedb.serve;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The vectors of pictures that were sent to search by, so that the next page of hits, or the same
/// search through another filter, needs neither the picture nor the model again. Those that were
/// not asked for in the longest time are forgotten. Safe for use by many threads.
final class SentPictures {
  /// Two kilobytes each.
  private static final int MOST = 1_000;

  /// @param fingerprint of the model that made its vector
  private record Key(String fingerprint, String name) {}

  private final Map<Key, float[]> vectors =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, float[]> eldest) {
          return size() > MOST;
        }
      };

  synchronized Optional<float[]> get(String fingerprint, String name) {
    return Optional.ofNullable(vectors.get(new Key(fingerprint, name)));
  }

  synchronized void put(String fingerprint, String name, float[] vector) {
    vectors.put(new Key(fingerprint, name), vector);
  }
}
