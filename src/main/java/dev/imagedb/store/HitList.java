package dev.imagedb.store;

import java.util.List;

/// The pictures that were found, best first.
///
/// @param fused whether the scores are fused from text and vector, so that the parts matter
public record HitList(List<Hit> hits, boolean fused) {
  public HitList {
    hits = List.copyOf(hits);
  }
}
