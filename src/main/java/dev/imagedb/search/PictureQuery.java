package dev.imagedb.search;

import dev.imagedb.embed.Embedder;
import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import dev.imagedb.image.DecodedImage;
import dev.imagedb.image.ImageDecoder;
import dev.imagedb.image.Scale;
import dev.imagedb.image.UnreadableImageException;
import dev.imagedb.metadata.MetadataReader;
import dev.imagedb.photo.ImageFormat;
import dev.imagedb.photo.Orientation;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A picture from outside the database, made into a vector in the same way as those inside.
public final class PictureQuery {
  private final ImageDecoder decoder;
  private final boolean fullDecode;
  private final MetadataReader metadata = new MetadataReader();

  public PictureQuery(ImageDecoder decoder, boolean fullDecode) {
    this.decoder = decoder;
    this.fullDecode = fullDecode;
  }

  /// The unit vector of a picture's file.
  ///
  /// @throws UserException where there is no such file, or it is no picture that can be read
  public float[] embed(Path file, Embedder embedder) {
    byte[] bytes = read(file);
    byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, ImageFormat.HEAD_LENGTH));
    ImageFormat format =
        ImageFormat.of(head, file)
            .orElseThrow(() -> unreadable(file, "its first bytes are no picture's", null));
    Orientation orientation = metadata.read(bytes, format).orientation();
    Scale scale = fullDecode ? new Scale.Full() : embedder.sufficientScale();
    try {
      DecodedImage image = decoder.decode(bytes, format, orientation, scale);
      return embedder.embedImages(List.of(embedder.prepare(image.pixels())))[0];
    } catch (UnreadableImageException e) {
      throw unreadable(file, String.valueOf(e.getMessage()), e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw unreadable(file, "there is no such file", e);
    } catch (AccessDeniedException e) {
      throw unreadable(file, "no permission to read it", e);
    } catch (IOException e) {
      String reason = Files.isDirectory(file) ? "it is a folder" : String.valueOf(e.getMessage());
      throw unreadable(file, reason, e);
    } catch (OutOfMemoryError e) {
      throw unreadable(file, "it is too large for the memory that Java may use (-Xmx)", e);
    }
  }

  private static UserException unreadable(Path file, String reason, @Nullable Throwable cause) {
    return new UserException(
        ExitCode.FAILED,
        "cannot use the picture " + file + ": " + reason,
        "name a picture file",
        cause);
  }
}
