package dev.imagedb.doctor;

import dev.imagedb.embed.models.ModelLibrary;
import dev.imagedb.embed.models.ModelLoader;
import dev.imagedb.photo.VectorSpace;
import dev.imagedb.store.PhotoStore;
import java.util.Optional;

/// Whether the model is here, whole, and the one that the database was made with.
///
/// @param deep whether to load it and to hash its files
record ModelCheck(PhotoStore store, ModelLibrary library, boolean deep) implements Check {
  @Override
  public String subject() {
    return "model";
  }

  @Override
  public Finding examine() {
    Optional<VectorSpace> space = spaceIfAny();
    String name = space.map(VectorSpace::model).orElse(ModelLoader.DEFAULT);
    if (!library.holds(name)) {
      return Finding.note(
          name + " is not here: it is fetched when it is needed", "imagedb models pull " + name);
    }
    if (space.isPresent() && isAnother(space.get())) {
      return Finding.problem(
          name + " is no longer the one that the database was made with",
          "imagedb index --force --model " + name + " FOLDER");
    }
    return deep ? verified(name) : Finding.ok(name + " is here; --deep tries it");
  }

  /// What is wrong with the database is for its own check to tell.
  private Optional<VectorSpace> spaceIfAny() {
    try {
      return store.space();
    } catch (dev.imagedb.fault.UserException _) {
      return Optional.empty();
    }
  }

  private boolean isAnother(VectorSpace space) {
    return !library.describe(space.model()).facts().fingerprint().equals(space.fingerprint());
  }

  private Finding verified(String name) {
    return library.verify(name).isSound()
        ? Finding.ok(name + " is here, its files are intact, and it embeds as it should")
        : Finding.problem(name + " is damaged", "imagedb models verify " + name);
  }
}
