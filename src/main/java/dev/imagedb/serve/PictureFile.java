package dev.imagedb.serve;

import dev.imagedb.photo.FileFacts;
import dev.imagedb.photo.ImageFormat;
import dev.imagedb.photo.Photo;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.Set;

/// The file of a picture of the database, open.
///
/// What lies at its path now need not be what was indexed: somebody may have put a link there, to a
/// file that is nobody's business. So a path that leads through links is followed only to the very
/// file that was indexed, by its size and time; and what is not a picture is never shown.
///
/// @param format what its first bytes say it is
record PictureFile(SeekableByteChannel channel, long size, FileTime modified, ImageFormat format) {

  /// Opens it; whoever asks closes it.
  ///
  /// @throws Refusal where it is gone, is none any more, or may not be read
  static PictureFile open(Photo photo) throws IOException {
    try {
      Path path = photo.file().path();
      Path real = path.toRealPath();
      BasicFileAttributes now = Files.readAttributes(real, BasicFileAttributes.class);
      requireIndexed(photo.file(), real, now);
      SeekableByteChannel channel =
          Files.newByteChannel(real, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
      return checked(channel, now.lastModifiedTime(), path);
    } catch (NoSuchFileException _) {
      throw Refusal.of(404, "the picture's file is not there any more");
    } catch (AccessDeniedException _) {
      throw Refusal.of(404, "the picture's file may not be read");
    }
  }

  private static void requireIndexed(FileFacts indexed, Path real, BasicFileAttributes now) {
    boolean unchanged =
        new FileFacts(indexed.path(), now.size(), now.lastModifiedTime().toInstant())
            .equals(indexed);
    if (!now.isRegularFile() || !(unchanged || real.equals(indexed.path()))) {
      throw Refusal.of(404, "another file lies where the picture was");
    }
  }

  private static PictureFile checked(SeekableByteChannel channel, FileTime modified, Path name)
      throws IOException {
    try {
      byte[] head = Channels.newInputStream(channel).readNBytes(ImageFormat.HEAD_LENGTH);
      Optional<ImageFormat> format = ImageFormat.of(head, name);
      return new PictureFile(
          channel,
          channel.size(),
          modified,
          format.orElseThrow(() -> Refusal.of(404, "the file is no picture any more")));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }
}
