package dev.imagedb.embed.hub;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.imagedb.embed.hub.ModelReference.OnHub;
import dev.imagedb.file.WholeFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Pattern;

/// The folders of the [Hugging Face
/// cache](https://huggingface.co/docs/huggingface_hub/guides/manage-cache):
///
/// ```
/// models--organisation--name/
///   blobs/<checksum>
///   refs/main                      holds a commit hash
///   snapshots/<commit>/<file>  ->  ../../blobs/<checksum>
/// .locks/models--organisation--name/<checksum>.lock
/// ```
record HubCache(Path root) {
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");

  static boolean isCommit(String revision) {
    return COMMIT.matcher(revision).matches();
  }

  Path folder(OnHub model) {
    return root.resolve(folderName(model));
  }

  Path blob(OnHub model, Checksum checksum) {
    return folder(model).resolve("blobs").resolve(checksum.hex());
  }

  Path lock(OnHub model, Checksum checksum) {
    return root.resolve(".locks").resolve(folderName(model)).resolve(checksum.hex() + ".lock");
  }

  Path snapshot(OnHub model, String commit) {
    return folder(model).resolve("snapshots").resolve(commit);
  }

  /// The snapshot that a revision stood for when it was last asked for.
  Optional<Path> snapshot(OnHub model) throws IOException {
    return commit(model).map(commit -> snapshot(model, commit)).filter(Files::isDirectory);
  }

  /// Remembers what a branch or tag stands for.
  void remember(OnHub model, String commit) throws IOException {
    if (model.revision().equals(commit)) {
      return;
    }
    Path reference = reference(model);
    Files.createDirectories(reference.getParent());
    WholeFile.write(reference, commit.getBytes(US_ASCII));
  }

  /// Forgets what a branch or tag stood for.
  void forget(OnHub model) throws IOException {
    if (!isCommit(model.revision())) {
      Files.deleteIfExists(reference(model));
    }
  }

  /// Gives a blob its name in a snapshot: a relative link, or a copy where there are no links.
  void expose(OnHub model, RemoteFile file) throws IOException {
    Path blob = blob(model, file.checksum());
    Path snapshot = snapshot(model, file.commit());
    Path pointer = snapshot.resolve(file.name());
    if (Files.exists(pointer)) {
      return;
    }
    Files.createDirectories(snapshot);
    Files.deleteIfExists(pointer);
    try {
      Files.createSymbolicLink(pointer, snapshot.relativize(blob));
    } catch (FileAlreadyExistsException _) {
      // Another process was faster, with a link to the same blob.
    } catch (IOException | UnsupportedOperationException _) {
      Files.copy(blob, pointer, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private Optional<String> commit(OnHub model) throws IOException {
    if (isCommit(model.revision())) {
      return Optional.of(model.revision());
    }
    Path reference = reference(model);
    return Files.isRegularFile(reference)
        ? Optional.of(Files.readString(reference).strip()).filter(HubCache::isCommit)
        : Optional.empty();
  }

  private Path reference(OnHub model) {
    return folder(model).resolve("refs").resolve(model.revision());
  }

  private static String folderName(OnHub model) {
    return "models--" + model.repository().replace("/", "--");
  }
}
