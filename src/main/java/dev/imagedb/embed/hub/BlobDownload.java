package dev.imagedb.embed.hub;

import dev.imagedb.embed.hub.ModelReference.OnHub;
import dev.imagedb.fault.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/// Brings a file into the cache: into `<checksum>.incomplete`, where a later attempt goes on, and
/// under its own name once its checksum is right.
record BlobDownload(
    HubClient client, HubCache cache, Retry retry, Progress progress, Duration longestStall) {

  /// Does nothing but name the file in its snapshot where its bytes are here already.
  void bring(OnHub model, RemoteFile file) throws IOException {
    Path blob = cache.blob(model, file.checksum());
    Files.createDirectories(blob.getParent());
    try (BlobLock _ = BlobLock.take(cache.lock(model, file.checksum()))) {
      if (!Files.exists(blob)) {
        Path incomplete = blob.resolveSibling(blob.getFileName() + ".incomplete");
        retry.of(
            () -> receive(model, file, incomplete), () -> sizeOf(incomplete) / StallGuard.LEAST);
        verify(model, file, incomplete);
        Files.move(incomplete, blob, StandardCopyOption.ATOMIC_MOVE);
      }
      cache.expose(model, file);
    }
  }

  /// @return how many bytes are here, which is all of them
  private long receive(OnHub model, RemoteFile file, Path incomplete) throws IOException {
    long here = sizeOf(incomplete);
    if (here > file.size()) {
      Files.delete(incomplete);
      here = 0;
    }
    if (here == 0 || here < file.size()) {
      checkSpace(file, incomplete, here);
      append(file, incomplete, client.open(model, file, here), here);
    }
    if (sizeOf(incomplete) != file.size()) {
      throw new IOException("%d of %d bytes came".formatted(sizeOf(incomplete), file.size()));
    }
    return file.size();
  }

  /// A server that knows no ranges answers 200 and begins anew.
  private void append(
      RemoteFile file, Path incomplete, HttpResponse<InputStream> response, long here)
      throws IOException {
    boolean rest = response.statusCode() == 206;
    StandardOpenOption where =
        rest ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
    try (InputStream in = new StallGuard(response.body(), longestStall);
        OutputStream out =
            Files.newOutputStream(
                incomplete, StandardOpenOption.CREATE, StandardOpenOption.WRITE, where)) {
      copy(in, out, file, rest ? here : 0);
    }
  }

  private void copy(InputStream in, OutputStream out, RemoteFile file, long before)
      throws IOException {
    byte[] buffer = new byte[1 << 16];
    long received = before;
    progress.received(file.name(), received, file.size());
    int count = in.read(buffer, 0, buffer.length);
    while (count >= 0) {
      if (count > file.size() - received) {
        throw tooLong(file);
      }
      out.write(buffer, 0, count);
      received += count;
      progress.received(file.name(), received, file.size());
      count = in.read(buffer, 0, buffer.length);
    }
  }

  /// Told at once, and not tried again: such an answer may have no end.
  private static UserException tooLong(RemoteFile file) {
    return UserException.failed(
        "%s came with more than the %d bytes that the hub tells of it"
            .formatted(file.name(), file.size()),
        "Check HF_ENDPOINT, or download the model by hand and name its folder.");
  }

  private static void verify(OnHub model, RemoteFile file, Path incomplete) throws IOException {
    Checksum actual = file.checksum().of(incomplete);
    if (!actual.equals(file.checksum())) {
      Files.delete(incomplete);
      throw UserException.failed(
          "%s of %s came damaged: its checksum is %s, not %s"
              .formatted(file.name(), model, actual.hex(), file.checksum().hex()),
          "It was deleted; run the same command again.");
    }
  }

  private static void checkSpace(RemoteFile file, Path incomplete, long here) throws IOException {
    long wanted = file.size() - here;
    long free = Files.getFileStore(incomplete.getParent()).getUsableSpace();
    if (free < wanted) {
      throw UserException.failed(
          "%s needs %d MB more, and %s has %d MB left"
              .formatted(file.name(), wanted >> 20, incomplete.getParent(), free >> 20),
          "Make room, or set HF_HOME to a folder on another disk.");
    }
  }

  private static long sizeOf(Path file) {
    try {
      return Files.size(file);
    } catch (IOException _) {
      return 0;
    }
  }
}
