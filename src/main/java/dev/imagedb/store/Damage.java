package dev.imagedb.store;

import java.nio.file.Path;

/// Something in a database that is not as it was written.
public sealed interface Damage {

  /// Pictures that were written together, and cannot all be read any more.
  ///
  /// @param name of the part of the index that holds them
  /// @param pictures how many are lost with it
  /// @param reason in a few words
  record Part(String name, int pictures, String reason) implements Damage {}

  /// A picture that is stored more than once.
  ///
  /// @param times how often, 2 or more
  record Repeated(Path path, int times) implements Damage {}

  /// A picture whose vector or whose record cannot be what was written.
  ///
  /// @param path absolute; the database's folder where the record does not even tell its picture
  /// @param reason in a few words
  record Unsound(Path path, String reason) implements Damage {}

  /// Something in the folder of thumbnails that was not put there by this program. Nothing in it is
  /// ever followed or removed.
  ///
  /// @param reason in a few words
  record Foreign(Path path, String reason) implements Damage {}

  /// How many pictures there would be less without it.
  default int pictures() {
    return switch (this) {
      case Part(_, int pictures, _) -> pictures;
      case Repeated(_, int times) -> times - 1;
      case Unsound _ -> 1;
      case Foreign _ -> 0;
    };
  }
}
