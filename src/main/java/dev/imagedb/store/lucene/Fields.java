package dev.imagedb.store.lucene;

/// The names of a document's fields.
///
/// Words are indexed as text, and short ones have doc values beside it to sort and to count by;
/// numbers and times are points with doc values. Nothing but [#PHOTO] is stored: a picture is
/// rebuilt from that alone.
final class Fields {
  /// The whole picture as [PhotoBytes] writes it.
  static final String PHOTO = "photo";

  /// The document's key, as [PathKeys] writes it.
  static final String PATH = "path";

  static final String FOLDER = "folder";
  static final String NAME = "name";
  static final String EXTENSION = "ext";

  /// In bytes.
  static final String SIZE = "size";

  /// Milliseconds since 1970, UTC.
  static final String MODIFIED = "mtime";

  /// Lower-case hexadecimal as a term, 32 bytes as a doc value.
  static final String SHA256 = "sha256";

  static final String WIDTH = "width";
  static final String HEIGHT = "height";

  /// Width by height: over 1 for landscapes, under 1 for portraits.
  static final String ASPECT = "aspect";

  static final String FORMAT = "format";

  /// Milliseconds since 1970, UTC; a camera without an offset is taken to run on UTC.
  static final String TAKEN = "taken";

  /// What the camera's clock showed, as if that were UTC: what people mean by a day.
  static final String TAKEN_LOCAL = "taken.local";

  static final String MAKE = "make";
  static final String CAMERA = "camera";
  static final String LENS = "lens";
  static final String ISO = "iso";
  static final String APERTURE = "aperture";

  /// In seconds.
  static final String EXPOSURE = "exposure";

  /// In millimetres.
  static final String FOCAL = "focal";

  static final String GPS = "gps";

  /// In metres.
  static final String ALTITUDE = "altitude";

  /// Where the picture was taken, in words: [PlaceNames].
  static final String PLACE = "place";

  static final String ORIENTATION = "orientation";
  static final String SOFTWARE = "software";
  static final String ARTIST = "artist";
  static final String COPYRIGHT = "copyright";
  static final String TITLE = "title";
  static final String CAPTION = "caption";
  static final String KEYWORDS = "keywords";

  /// What the model took the picture for; words of these are found as keywords, too.
  static final String LABELS = "labels";

  static final String RATING = "rating";
  static final String COMMENT = "comment";

  /// Every word that is known of a picture.
  static final String TEXT = "text";

  /// `ok` or `error`.
  static final String STATUS = "status";

  static final String STATUS_OK = "ok";
  static final String STATUS_ERROR = "error";

  /// Why the picture could not be read, in words.
  static final String ERROR = "error";

  /// What is not known of a picture, since an earlier version stored it, and is read from its file
  /// when that is next indexed: `look`, or no field at all.
  static final String LACKS = "lacks";

  static final String LACKS_LOOK = "look";

  /// Which space the vector is of: [VectorField#tag].
  static final String SPACE = "space";

  private Fields() {}
}
