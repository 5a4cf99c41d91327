package dev.imagedb.search;

import dev.imagedb.embed.Embedder;
import dev.imagedb.embed.Precision;
import dev.imagedb.embed.Temperature;
import dev.imagedb.image.RgbImage;
import dev.imagedb.image.Scale;
import dev.imagedb.photo.VectorSpace;
import java.util.List;

/// Knows two words, east and north, and no pictures.
record Compass(VectorSpace space) implements Embedder {
  @Override
  public Precision precision() {
    throw new UnsupportedOperationException("a compass sees no pictures");
  }

  @Override
  public Temperature temperature() {
    throw new UnsupportedOperationException("a search needs no temperature");
  }

  @Override
  public Scale sufficientScale() {
    return new Scale.Full();
  }

  @Override
  public RgbImage prepare(RgbImage upright) {
    return upright;
  }

  @Override
  public float[][] embedImages(List<RgbImage> prepared) {
    throw new UnsupportedOperationException("a compass sees no pictures");
  }

  @Override
  public float[] embedText(String text) {
    return text.equals("north") ? new float[] {0, 1} : new float[] {1, 0};
  }

  @Override
  public void close() {}
}
