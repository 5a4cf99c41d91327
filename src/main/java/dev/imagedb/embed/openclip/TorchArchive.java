package dev.imagedb.embed.openclip;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A TorchScript archive made in memory from source alone, without weights.
///
/// Such an archive is a zip of stored entries (PyTorch's torch/csrc/jit/serialization): the
/// module's state as a pickle, its constants, its code, a byte order and a version.
final class TorchArchive {
  private static final String HEAD =
      """
      class Tower(Module):
        __parameters__ = []
        __buffers__ = []
        training : bool
      """;

  /// The pickle of one object of class `__torch__.Tower` whose state is `{"training": False}`.
  private static final byte[] STATE =
      "\u0080\u0002c__torch__\nTower\nq\0)\u0081}(X\b\0\0\0trainingq\u0001\u0089ub."
          .getBytes(ISO_8859_1);

  /// The pickle of an empty tuple.
  private static final byte[] NO_CONSTANTS = {(byte) 0x80, 2, ')', '.'};

  private TorchArchive() {}

  /// The archive of a class `Tower` whose methods are the given resources of this package.
  static byte[] of(String... resources) {
    StringBuilder code = new StringBuilder(HEAD);
    for (String resource : resources) {
      code.append(read(resource)).append('\n');
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      store(zip, "data.pkl", STATE);
      store(zip, "byteorder", "little".getBytes(UTF_8));
      store(zip, "code/__torch__.py", code.toString().getBytes(UTF_8));
      store(zip, "constants.pkl", NO_CONSTANTS);
      store(zip, "version", "10\n".getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String read(String resource) {
    try (InputStream in = TorchArchive.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + resource);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry("tower/" + name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    CRC32 crc = new CRC32();
    crc.update(content);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
