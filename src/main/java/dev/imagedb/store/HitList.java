package dev.imagedb.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The pictures that were found, in the order that was asked for.
///
/// @param fused whether the scores are fused from text and vector, so that the parts matter
/// @param total how many match in all; these are one page of them
/// @param relevance what was thought of the scores; null where that was not asked for
public record HitList(List<Hit> hits, boolean fused, long total, @Nullable Relevance relevance) {
  public HitList {
    hits = List.copyOf(hits);
  }
}
