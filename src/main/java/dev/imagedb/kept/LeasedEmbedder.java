package dev.imagedb.kept;

import dev.imagedb.embed.Embedder;
import dev.imagedb.embed.Precision;
import dev.imagedb.embed.Temperature;
import dev.imagedb.image.RgbImage;
import dev.imagedb.image.Scale;
import dev.imagedb.photo.VectorSpace;
import java.util.List;

/// A model that others use, too; closing it ends this use of it.
record LeasedEmbedder(Lease<Embedder> lease) implements Embedder {
  private Embedder embedder() {
    return lease.value();
  }

  @Override
  public VectorSpace space() {
    return embedder().space();
  }

  @Override
  public Precision precision() {
    return embedder().precision();
  }

  @Override
  public Temperature temperature() {
    return embedder().temperature();
  }

  @Override
  public void loadForPictures() {
    embedder().loadForPictures();
  }

  @Override
  public void loadForTexts() {
    embedder().loadForTexts();
  }

  @Override
  public Scale sufficientScale() {
    return embedder().sufficientScale();
  }

  @Override
  public RgbImage prepare(RgbImage upright) {
    return embedder().prepare(upright);
  }

  @Override
  public float[][] embedImages(List<RgbImage> prepared) {
    return embedder().embedImages(prepared);
  }

  @Override
  public float[] embedText(String text) {
    return embedder().embedText(text);
  }

  @Override
  public void close() {
    lease.close();
  }
}
