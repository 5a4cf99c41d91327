package dev.imagedb.store;

import java.nio.file.Path;
import java.util.List;

/// What a look at all of a database found.
///
/// @param location its folder
/// @param pictures that are stored, the damaged ones and those that could not be read included
/// @param damages empty where all is as it was written
public record Health(Path location, long pictures, List<Damage> damages) {
  public Health {
    damages = List.copyOf(damages);
  }

  public boolean isSound() {
    return damages.isEmpty();
  }

  /// How many pictures there would be less without what is damaged.
  public long damagedPictures() {
    return damages.stream().mapToLong(Damage::pictures).sum();
  }
}
