package dev.imagedb.store;

import dev.imagedb.photo.Photo;
import org.jspecify.annotations.Nullable;

/// One picture that was found.
///
/// @param rank from 1
/// @param score the cosine for vector searches, BM25 for text, the fused score for both
/// @param cosine of the picture's vector with the query's; null where no vector was asked for
/// @param bm25 of its text; null where no text was asked for, or it does not match
public record Hit(
    int rank, double score, @Nullable Double cosine, @Nullable Double bm25, Photo photo) {}
