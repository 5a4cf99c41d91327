package dev.imagedb.source;

import dev.imagedb.fault.UserException;
import dev.imagedb.source.PictureSource.File;
import dev.imagedb.source.PictureSource.Sent;
import dev.imagedb.source.PictureSource.StandardInput;
import dev.imagedb.source.PictureSource.Url;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Gets the bytes of pictures that are not in the database.
public final class SourceReader {
  private final InputStream standardInput;
  private final WebClient web;

  /// A reader for one run.
  ///
  /// @param allowPrivate whether addresses that are not on the public internet may be asked
  public SourceReader(InputStream standardInput, boolean allowPrivate) {
    this.standardInput = standardInput;
    this.web = new WebClient(allowPrivate ? Destination.ANYWHERE : Destination.PUBLIC);
  }

  /// All bytes of something that begins as a picture does. Standard input can be read once.
  ///
  /// @throws UserException where there is none, with the reason
  public byte[] read(PictureSource source) {
    try {
      return switch (source) {
        case File(Path path) -> read(path, source.extension());
        case StandardInput _ -> PictureBytes.OF_THIS_MACHINE.read(standardInput, "");
        case Url url -> web.fetch(url);
        case Sent(byte[] bytes) ->
            PictureBytes.OF_THE_WEB.read(new ByteArrayInputStream(bytes), "");
      };
    } catch (NoSuchFileException e) {
      throw source.unusable("there is no such file", e);
    } catch (AccessDeniedException e) {
      throw source.unusable("no permission to read it", e);
    } catch (IOException e) {
      throw source.unusable(e.getMessage() == null ? e.toString() : e.getMessage(), e);
    } catch (OutOfMemoryError e) {
      throw source.unusable("it is too large for the memory that Java may use (-Xmx)", e);
    }
  }

  private static byte[] read(Path file, String extension) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException("it is a folder");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return PictureBytes.OF_THIS_MACHINE.read(in, extension);
    }
  }
}
