package dev.imagedb.output;

import dev.imagedb.photo.VectorSpace;
import dev.imagedb.store.StoreStatus;
import java.nio.file.Path;
import java.util.List;

/// A database in numbers, in JSON.
public record StatusFields(Json json) {

  /// The fields, without the braces: `location`, `schema`, `pictures`, `skipped`, `stale`, `bytes`,
  /// `model`, `fingerprint`, `dimension`, `preprocessing` (these four where anything is stored),
  /// `precisions`, `roots`.
  public void status(StoreStatus status) {
    json.field("location", status.location().toString())
        .field("schema", status.schema())
        .field("pictures", status.pictures())
        .field("skipped", status.skipped())
        .field("stale", status.stale())
        .field("bytes", status.bytes());
    VectorSpace space = status.space();
    if (space != null) {
      space(space);
    }
    json.strings("precisions", status.precisions()).strings("roots", paths(status.roots()));
  }

  private void space(VectorSpace space) {
    json.field("model", space.model())
        .field("fingerprint", space.fingerprint())
        .field("dimension", space.dimension())
        .field("preprocessing", space.preprocessing());
  }

  private static List<String> paths(List<Path> roots) {
    return roots.stream().map(Path::toString).toList();
  }
}
