package dev.imagedb.embed;

import dev.imagedb.image.RgbImage;
import dev.imagedb.image.Scale;
import dev.imagedb.photo.VectorSpace;
import java.util.List;

/// Turns pictures and words into unit vectors of one space. Safe for use by many threads at once.
public interface Embedder extends AutoCloseable {

  /// The space that its vectors lie in.
  VectorSpace space();

  /// The arithmetic that pictures are embedded in here: never [Precision#AUTO], which is decided by
  /// trying. May load the image tower.
  Precision precision();

  /// What turns its cosines into probabilities.
  ///
  /// @throws dev.imagedb.fault.UserException where the model did not learn one
  Temperature temperature();

  /// Loads what the first picture would otherwise wait for.
  default void loadForPictures() {}

  /// Loads what the first text would otherwise wait for.
  default void loadForTexts() {}

  /// How large a picture must be decoded for [#prepare] to lose nothing that can be seen.
  Scale sufficientScale();

  /// Resizes, crops or pads an upright picture to the model's input: shape (size, size, 3).
  RgbImage prepare(RgbImage upright);

  /// A unit vector for each picture.
  ///
  /// @param prepared pictures from [#prepare]
  /// @return shape (pictures, dimension)
  float[][] embedImages(List<RgbImage> prepared);

  /// The unit vector of a text in words, shape (dimension).
  float[] embedText(String text);

  @Override
  void close();
}
