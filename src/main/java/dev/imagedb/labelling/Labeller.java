package dev.imagedb.labelling;

import dev.imagedb.fault.UserException;
import dev.imagedb.photo.Photo;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoWriter;
import dev.imagedb.store.Scope;
import dev.imagedb.store.StoredPhoto;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Goes over the pictures of a database, tells what each shows, and keeps that in the database.
public final class Labeller {
  private final PhotoReader photos;
  private final Scope scope;

  /// @param scope which pictures to go over
  public Labeller(PhotoReader photos, Scope scope) {
    this.photos = photos;
    this.scope = scope;
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
    scope.requirePictures(photos);
    try (Stream<StoredPhoto> pictures = pictures()) {
      return pictures
          .map(picture -> label(picture, labels, choice, writer))
          .sorted(Comparator.comparing(LabelledPicture::path))
          .toList();
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
    return photos
        .embedded()
        .parallel()
        .filter(picture -> scope.holds(picture.photo().file().path()));
  }
}
