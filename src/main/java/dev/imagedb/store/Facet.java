package dev.imagedb.store;

/// What pictures can be counted by.
public enum Facet {
  CAMERA,
  YEAR,
  LENS,
  FOLDER,
  PLACE,
  EXT,
  KEYWORDS,
  LABELS,
  RATING
}
