package dev.imagedb.source;

import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import dev.imagedb.photo.ImageFormat;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A picture that need not be in the database, by where its bytes are.
public sealed interface PictureSource {

  /// What stands for standard input, as in other programs.
  String STANDARD_INPUT = "-";

  /// A file of this machine.
  ///
  /// @param path absolute
  record File(Path path) implements PictureSource {
    @Override
    public String toString() {
      return path.toString();
    }
  }

  /// A picture on the web.
  ///
  /// @param uri http or https, with a host and without a user's name
  record Url(URI uri) implements PictureSource {
    /// Of any scheme, so that one that is not fetched is refused, not taken for words.
    private static final Pattern FORM =
        Pattern.compile("(?i)[a-z][a-z0-9+.-]*://.*", Pattern.DOTALL);

    public Url {
      Destination.requireWellFormed(uri);
    }

    private static Url parse(String written) {
      try {
        return new Url(new URI(written));
      } catch (URISyntaxException e) {
        throw new UserException(
            ExitCode.WRONG_USAGE,
            "not an address: " + written + " (" + e.getReason() + ")",
            "write a blank as %20 and a caret as %5E",
            e);
      }
    }

    @Override
    public String toString() {
      return uri.toString();
    }
  }

  /// The bytes that another program hands over.
  record StandardInput() implements PictureSource {
    @Override
    public String toString() {
      return "on standard input";
    }
  }

  /// A picture whose bytes are here already.
  ///
  /// @param bytes never written to
  @SuppressWarnings("ArrayRecordComponent") // identity is all that is ever asked of it
  record Sent(byte[] bytes) implements PictureSource {
    @Override
    public String toString() {
      return "that was sent";
    }
  }

  /// What a person means.
  ///
  /// @param written `-`, an address that begins with http:// or https://, or else a file's name
  /// @param folder that relative names start at, absolute
  /// @throws UserException where it can be none of them
  static PictureSource of(String written, Path folder) {
    if (written.equals(STANDARD_INPUT)) {
      return new StandardInput();
    }
    return Url.FORM.matcher(written).matches() ? Url.parse(written) : file(written, folder);
  }

  /// A file by its name, whatever the name looks like.
  static File file(String written, Path folder) {
    try {
      return new File(folder.resolve(written).normalize());
    } catch (InvalidPathException e) {
      throw new UserException(
          ExitCode.WRONG_USAGE, "not a file's name: " + written, "name a picture file", e);
    }
  }

  /// Whether something that may be words or a picture is a picture: it is there, or it looks like
  /// nothing else. A misspelt `cat.jpg` shall be said to be missing, rather than be searched for as
  /// a word.
  static boolean isMeant(String written, Path folder) {
    return written.equals(STANDARD_INPUT)
        || Url.FORM.matcher(written).matches()
        || isNameOfAPicture(written)
        || (isThere(written, folder) && !Files.isDirectory(folder.resolve(written)));
  }

  /// Whether there is something of this very name.
  static boolean isThere(String written, Path folder) {
    try {
      return Files.exists(folder.resolve(written));
    } catch (InvalidPathException _) {
      return false;
    }
  }

  private static boolean isNameOfAPicture(String written) {
    return written.codePoints().noneMatch(Character::isWhitespace)
        && ImageFormat.ofExtension(extension(written)).isPresent();
  }

  /// The extension of its name, without the dot; empty where it has none.
  default String extension() {
    String name =
        switch (this) {
          case File(Path path) -> String.valueOf(path.getFileName());
          case Url(URI uri) -> String.valueOf(uri.getPath());
          case StandardInput _, Sent _ -> "";
        };
    return extension(name);
  }

  private static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1);
  }

  /// Why it cannot be used, for the one who named it.
  default UserException unusable(String reason, @Nullable Throwable cause) {
    return new UserException(
        ExitCode.FAILED,
        "cannot use the picture " + this + ": " + reason,
        "name a picture file",
        cause);
  }
}
