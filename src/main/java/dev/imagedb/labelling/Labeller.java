package dev.imagedb.labelling;

import dev.imagedb.fault.UserException;
import dev.imagedb.photo.Photo;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoWriter;
import dev.imagedb.store.StoredPhoto;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Goes over the pictures of a database, tells what each shows, and keeps that in the database.
public final class Labeller {
  private final PhotoReader photos;
  private final List<Path> under;

  /// @param under the pictures and folders to go over, absolute; all pictures where there are none
  public Labeller(PhotoReader photos, List<Path> under) {
    this.photos = photos;
    this.under = List.copyOf(under);
  }

  /// What each picture shows, in the order of their paths.
  ///
  /// @throws UserException where one label is to be chosen out of one, or there is no picture where
  ///   some should be
  public List<LabelledPicture> label(ZeroShot labels, Choice choice) {
    return label(labels, choice, null);
  }

  /// The same, and each picture's labels in the database are replaced by these. Nothing is safe
  /// before the writer commits.
  public List<LabelledPicture> write(ZeroShot labels, Choice choice, PhotoWriter writer) {
    return label(labels, choice, writer);
  }

  private List<LabelledPicture> label(
      ZeroShot labels, Choice choice, @Nullable PhotoWriter writer) {
    if (labels.labels().size() == 1 && !labels.judgesEachAlone()) {
      throw UserException.usage(
          "one label alone is always certain", "add what else it may be: --labels \"cat,dog\"");
    }
    try (Stream<StoredPhoto> pictures = pictures()) {
      List<LabelledPicture> labelled =
          pictures.map(picture -> label(picture, labels, choice, writer)).toList();
      requireAll(labelled.stream().map(LabelledPicture::path).toList());
      return labelled.stream().sorted(Comparator.comparing(LabelledPicture::path)).toList();
    }
  }

  private static LabelledPicture label(
      StoredPhoto picture, ZeroShot labels, Choice choice, @Nullable PhotoWriter writer) {
    LabelledPicture labelled =
        new LabelledPicture(
            picture.photo().file().path(), choice.of(labels.judge(picture.vector())));
    if (writer != null) {
      replace(picture, labelled.names(), writer);
    }
    return labelled;
  }

  /// Takes all labels from the pictures. Nothing is safe before the writer commits.
  ///
  /// @return from how many pictures
  public long clear(PhotoWriter writer) {
    try (Stream<StoredPhoto> pictures = pictures()) {
      return pictures.filter(picture -> replace(picture, List.of(), writer)).count();
    }
  }

  private static boolean replace(StoredPhoto picture, List<String> labels, PhotoWriter writer) {
    Photo photo = picture.photo();
    if (photo.labels().equals(labels)) {
      return false;
    }
    writer.put(photo.labelled(labels), picture.vector());
    return true;
  }

  private Stream<StoredPhoto> pictures() {
    return photos.embedded().parallel().filter(picture -> isWanted(picture.photo().file().path()));
  }

  private boolean isWanted(Path path) {
    return under.isEmpty() || under.stream().anyMatch(path::startsWith);
  }

  private void requireAll(Collection<Path> found) {
    Optional<Path> empty =
        under.stream()
            .filter(root -> found.stream().noneMatch(path -> path.startsWith(root)))
            .findFirst();
    if (empty.isPresent()) {
      throw UserException.failed(
          "no picture of the database is at or under " + empty.get(),
          "imagedb index " + empty.get());
    }
  }
}
