package dev.imagedb.embed;

import org.jspecify.annotations.Nullable;

/// What a model is, for people who choose one.
///
/// @param imageTower its kind and size in words
/// @param textTower its kind and size in words
/// @param dimension numbers in a vector
/// @param preprocessing how pictures are prepared, in words
/// @param contextLength the most tokens of a text
/// @param numbers in all weights
/// @param storedAs the types of those numbers in the file, as `F32`
/// @param temperature null where the model did not learn one
public record ModelFacts(
    String imageTower,
    String textTower,
    int dimension,
    String preprocessing,
    int contextLength,
    long numbers,
    String storedAs,
    String fingerprint,
    @Nullable Temperature temperature) {}
