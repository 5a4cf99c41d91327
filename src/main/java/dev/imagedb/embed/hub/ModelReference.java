package dev.imagedb.embed.hub;

import dev.imagedb.fault.UserException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which model is meant, and where it lies.
public sealed interface ModelReference {
  /// The small model that the program brings with it.
  record Builtin() implements ModelReference {
    @Override
    public String toString() {
      return "builtin";
    }
  }

  /// A folder on this machine, not yet looked into.
  ///
  /// @param folder absolute and normalised
  record Folder(Path folder) implements ModelReference {
    public Folder {
      folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public String toString() {
      return folder.toString();
    }
  }

  /// A repository on the Hugging Face hub.
  ///
  /// @param repository `organisation/name`
  /// @param revision a branch, a tag or a whole commit hash
  record OnHub(String repository, String revision) implements ModelReference {
    private static final Pattern REPOSITORY = Pattern.compile("\\w[\\w.-]*/\\w[\\w.-]*");
    private static final Pattern REVISION = Pattern.compile("\\w[\\w.-]*(/\\w[\\w.-]*)*");

    /// Both become parts of paths, so nothing is let through that could lead out of a folder.
    ///
    /// @throws IllegalArgumentException if one of them is not of its form
    public OnHub {
      if (!REPOSITORY.matcher(repository).matches()
          || !REVISION.matcher(revision).matches()
          || (repository + revision).contains("..")) {
        throw new IllegalArgumentException("no model on the hub: " + repository + "@" + revision);
      }
    }

    @Override
    public String toString() {
      return revision.equals("main") ? repository : repository + "@" + revision;
    }
  }

  /// What people write: `builtin`, the path of a folder (`local-dir:` in front of it or not), one
  /// of the [KnownModels], or `organisation/name` (`hf-hub:` in front of it or not) with
  /// `@revision` where it is not `main`. A folder that is there wins over a model of the same name.
  ///
  /// @throws UserException if it is none of these
  static ModelReference parse(String text) {
    if (text.equals("builtin")) {
      return new Builtin();
    }
    if (text.startsWith("local-dir:")) {
      String path = text.substring("local-dir:".length());
      return folder(path).orElseThrow(() -> noFolder(path));
    }
    if (text.startsWith("hf-hub:")) {
      return onHub(text.substring("hf-hub:".length())).orElseThrow(() -> noModel(text));
    }
    return folder(text)
        .or(() -> known(text))
        .or(() -> onHub(text))
        .orElseThrow(() -> noModel(text));
  }

  private static Optional<ModelReference> folder(String path) {
    try {
      Path folder = Path.of(path);
      return path.isEmpty() || !Files.isDirectory(folder)
          ? Optional.empty()
          : Optional.of(new Folder(folder));
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  private static Optional<ModelReference> known(String name) {
    return KnownModels.repository(name).map(repository -> new OnHub(repository, "main"));
  }

  private static Optional<ModelReference> onHub(String text) {
    Matcher parts = Pattern.compile("([^@]+)(?:@(.+))?").matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String revision = parts.group(2);
    try {
      return Optional.of(new OnHub(parts.group(1), revision == null ? "main" : revision));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static UserException noFolder(String path) {
    return UserException.usage(
        "there is no model folder \"" + path + "\"", "Check its spelling, or name another model.");
  }

  private static UserException noModel(String text) {
    List<String> near = KnownModels.near(text);
    return UserException.usage(
        "\"" + text + "\" is neither a folder nor the name of a model",
        near.isEmpty()
            ? "Give a folder, a model of the Hugging Face hub as organisation/name, or builtin."
            : "Did you mean " + String.join(", or ", near) + "?");
  }
}
