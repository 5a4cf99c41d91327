package dev.imagedb.embed;

import dev.imagedb.image.RgbImage;
import dev.imagedb.image.Scale;
import dev.imagedb.photo.VectorSpace;
import java.util.List;
import java.util.Map;

/// Looks vectors of words up, and knows no pictures.
public record WordBook(VectorSpace space, Temperature temperature, Map<String, float[]> vectors)
    implements Embedder {

  @Override
  public Precision precision() {
    throw new UnsupportedOperationException("a word book shows no pictures");
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
    throw new UnsupportedOperationException("a word book shows no pictures");
  }

  @Override
  public float[] embedText(String text) {
    float[] vector = vectors.get(text);
    if (vector == null) {
      throw new AssertionError("a word that nobody should ask for: " + text);
    }
    return vector.clone();
  }

  @Override
  public void close() {}
}
