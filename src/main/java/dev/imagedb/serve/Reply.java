package dev.imagedb.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.imagedb.output.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/// What is sent back.
record Reply(int status, Map<String, String> headers, Content content) {
  Reply {
    headers = Map.copyOf(headers);
  }

  /// The body. Closed when it has been sent, or when it will not be.
  sealed interface Content extends AutoCloseable {
    long length();

    void writeTo(OutputStream out) throws IOException;

    @Override
    default void close() throws IOException {}
  }

  /// Bytes in memory.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Bytes(byte[] bytes) implements Content {
    @Override
    public long length() {
      return bytes.length;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      out.write(bytes);
    }
  }

  /// A part of an open file.
  record FilePart(SeekableByteChannel file, long from, long length) implements Content {
    @Override
    public void writeTo(OutputStream out) throws IOException {
      file.position(from);
      byte[] piece = new byte[1 << 16];
      InputStream in = Channels.newInputStream(file);
      for (long left = length; left > 0; ) {
        int read = in.read(piece, 0, (int) Math.min(left, piece.length));
        if (read < 0) {
          throw new IOException("the file became shorter while it was sent");
        }
        out.write(piece, 0, read);
        left -= read;
      }
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }

  /// Something that is found here.
  static Reply ok(String type, Content content) {
    return new Reply(200, Map.of("Content-Type", type, "Cache-Control", "no-store"), content);
  }

  static Reply ok(String type, byte[] bytes) {
    return ok(type, new Bytes(bytes));
  }

  /// One JSON object.
  ///
  /// @param fields writes what stands between the braces
  static Reply json(Consumer<Json> fields) {
    StringWriter text = new StringWriter();
    try (PrintWriter out = new PrintWriter(text)) {
      Json json = Json.compact(out);
      json.object(() -> fields.accept(json));
    }
    return ok("application/json", text.toString().getBytes(UTF_8));
  }

  /// Sends a browser to another place here.
  static Reply seeOther(String location) {
    return ok("text/plain; charset=utf-8", new byte[0]).withStatus(303).with("Location", location);
  }

  Reply withStatus(int other) {
    return new Reply(other, headers, content);
  }

  Reply with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Reply(status, more, content);
  }

  /// What has this address will never be anything else.
  Reply keptForGood() {
    return with("Cache-Control", "private, max-age=31536000, immutable");
  }

  /// Must be asked for again each time, but need not be sent again.
  Reply keptUnless(String changed) {
    return with("Cache-Control", "private, no-cache").with("ETag", '"' + changed + '"');
  }
}
