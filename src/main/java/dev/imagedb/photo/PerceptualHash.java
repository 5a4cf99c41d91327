package dev.imagedb.photo;

import java.util.Arrays;

/// What a picture looks like from afar: its luma (ITU-R BT.601) in a square of 24 by 24 cells,
/// whatever its shape. Survives another encoding, size or brightness; what a cropped or a marked
/// copy has in common with its original can still be found in it.
///
/// 24 cells a side are the finest that fit in 600 bytes, and coarse enough that a JPEG of quality
/// 30 changes no cell by more than a few levels.
///
/// @param cells 0 to 255 each, row after row; never written to
@SuppressWarnings("ArrayRecordComponent") // compared by what it holds, see below
public record PerceptualHash(byte[] cells) {
  /// Cells in a row, and rows.
  public static final int SIDE = 24;

  public PerceptualHash {
    if (cells.length != SIDE * SIDE) {
      throw new IllegalArgumentException(
          "cells do not fit: " + cells.length + " != " + SIDE + " x " + SIDE);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PerceptualHash hash && Arrays.equals(cells, hash.cells);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(cells);
  }

  /// In short: a record prints all it holds, and nobody reads 576 numbers.
  @Override
  public String toString() {
    return "PerceptualHash[%08x]".formatted(hashCode());
  }
}
