package dev.imagedb.duplicates;

import dev.imagedb.photo.CaptureTime;
import dev.imagedb.photo.Dimensions;
import dev.imagedb.photo.FileFacts;
import dev.imagedb.photo.Metadata;
import dev.imagedb.photo.PerceptualHash;
import dev.imagedb.photo.Photo;
import dev.imagedb.store.StoredPhoto;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A stored picture with just what it takes to tell copies apart: a vector, a look and a few words,
/// so that a million of them fit in memory.
///
/// @param taken when, as far as it is known
/// @param fromCamera whether a camera's name or a capture time is written in it, which an original
///   has and many a copy has lost
/// @param vector unit length
@SuppressWarnings("ArrayRecordComponent") // identity is all that is ever asked of a picture
public record Picture(
    FileFacts file,
    String sha256,
    @Nullable Dimensions dimensions,
    @Nullable Instant taken,
    boolean fromCamera,
    @Nullable PerceptualHash look,
    float[] vector) {

  public static Picture of(StoredPhoto stored) {
    Photo photo = stored.photo();
    Metadata metadata = photo.metadata();
    CaptureTime taken = metadata.taken();
    return new Picture(
        photo.file(),
        photo.sha256(),
        photo.dimensions(),
        taken == null ? null : taken.instant(),
        taken != null || metadata.camera().model() != null,
        photo.look(),
        stored.vector());
  }

  long pixels() {
    return dimensions == null ? 0 : dimensions.pixels();
  }
}
