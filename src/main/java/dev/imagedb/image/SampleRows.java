package dev.imagedb.image;

import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;

/// The samples of a raster, a row at a time, brought to 8 bits whatever they are stored in: deeper
/// integers keep their high byte, floats count from 0 to 1. Not thread-safe.
final class SampleRows {
  private final Raster raster;
  private final int bits;
  private final int[] row;
  private final float[] floats;

  /// Reads a whole raster.
  ///
  /// @param bits a sample, as the colour model says
  SampleRows(Raster raster, int bits) {
    this.raster = raster;
    this.bits = bits;
    this.row = new int[raster.getWidth() * raster.getNumBands()];
    this.floats = isFloat() ? new float[row.length] : new float[0];
  }

  int bands() {
    return raster.getNumBands();
  }

  /// Reads one row.
  ///
  /// @return shape (width, bands), 0 to 255; overwritten by the next call
  int[] read(int y) {
    if (raster.getDataBuffer() instanceof DataBufferByte bytes
        && raster.getSampleModel() instanceof PixelInterleavedSampleModel layout
        && raster.getParent() == null
        && bits == 8) {
      readBytes(bytes.getData(), layout, y);
    } else if (isFloat()) {
      readFloats(y);
    } else {
      readIntegers(y);
    }
    return row;
  }

  /// The common layouts, without a call for each sample.
  private void readBytes(byte[] data, PixelInterleavedSampleModel layout, int y) {
    int stride = layout.getPixelStride();
    int bands = bands();
    for (int band = 0; band < bands; band++) {
      int from = y * layout.getScanlineStride() + layout.getBandOffsets()[band];
      for (int at = band; at < row.length; at += bands, from += stride) {
        row[at] = data[from] & 0xff;
      }
    }
  }

  private void readIntegers(int y) {
    raster.getPixels(raster.getMinX(), y, raster.getWidth(), 1, row);
    // The sign bit of a signed short is no part of its scale.
    int depth = raster.getTransferType() == DataBuffer.TYPE_SHORT ? 15 : bits;
    int most = depth < 8 ? (1 << depth) - 1 : 255;
    for (int i = 0; i < row.length; i++) {
      int sample = depth > 8 ? row[i] >> (depth - 8) : row[i] * 255 / most;
      row[i] = Math.clamp(sample, 0, 255);
    }
  }

  private void readFloats(int y) {
    raster.getPixels(raster.getMinX(), y, raster.getWidth(), 1, floats);
    for (int i = 0; i < row.length; i++) {
      row[i] = (int) (Math.clamp(floats[i], 0f, 1f) * 255 + 0.5f);
    }
  }

  private boolean isFloat() {
    int type = raster.getTransferType();
    return type == DataBuffer.TYPE_FLOAT || type == DataBuffer.TYPE_DOUBLE;
  }
}
