package dev.imagedb.store;

import dev.imagedb.photo.Photo;

/// A picture that is stored, with its vector.
///
/// @param vector unit length, of the database's present space
@SuppressWarnings("ArrayRecordComponent") // never compared
public record StoredPhoto(Photo photo, float[] vector) {}
