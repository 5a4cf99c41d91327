package dev.imagedb.embed.models;

import dev.imagedb.embed.hub.CheckedFile;
import dev.imagedb.embed.hub.CheckedFile.State;
import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// The small model that the program brings with it. Its weights must lie in a file to be mapped, so
/// they are unpacked once, into a cache folder that carries their hash in its name.
final class BuiltinModel {
  static final String NAME = "builtin";

  private static final List<String> FILES =
      List.of(
          "open_clip_config.json",
          "open_clip_model.safetensors",
          "tokenizer.json",
          "tokenizer_config.json",
          "MODEL_CARD.md");

  private final Path cache;

  /// A built-in model that is unpacked under a folder of the program's own.
  BuiltinModel(Path cache) {
    this.cache = cache;
  }

  /// The folder that holds the model, made if it is not there.
  ///
  /// @throws UserException where it cannot be made
  Path folder() {
    try {
      Path folder = cache.resolve(NAME + "-" + version());
      if (!Files.isDirectory(folder)) {
        unpack(folder);
      }
      return folder;
    } catch (IOException e) {
      throw new UserException(
          ExitCode.FAILED,
          "the built-in model cannot be unpacked into " + cache + ": no file can be made there",
          "choose another folder for caches: XDG_CACHE_HOME=DIR imagedb …",
          e);
    }
  }

  /// Compares the unpacked files with those that the program brings.
  List<CheckedFile> check() {
    Path folder = folder();
    return FILES.stream()
        .map(name -> new CheckedFile(name, isIntact(folder, name) ? State.INTACT : State.DAMAGED))
        .toList();
  }

  private static boolean isIntact(Path folder, String name) {
    try (InputStream brought = open(name)) {
      return Arrays.equals(brought.readAllBytes(), Files.readAllBytes(folder.resolve(name)));
    } catch (IOException _) {
      return false;
    }
  }

  /// Unpacks beside, then renames: nobody ever sees half a model, and of two processes one wins.
  private static void unpack(Path folder) throws IOException {
    Path parent = Files.createDirectories(folder.toAbsolutePath().getParent());
    Path unpacked = Files.createTempDirectory(parent, NAME);
    try {
      for (String name : FILES) {
        try (InputStream in = open(name)) {
          Files.copy(in, unpacked.resolve(name));
        }
      }
      Files.move(unpacked, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      discard(unpacked);
      // Each system has its own exception for a folder that another process has put there.
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
  }

  private static void discard(Path unpacked) throws IOException {
    for (String name : FILES) {
      Files.deleteIfExists(unpacked.resolve(name));
    }
    Files.delete(unpacked);
  }

  /// Config, tokenizer and the weights' first bytes differ between any two versions of the model.
  private static String version() throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String name : FILES) {
        try (InputStream in = open(name)) {
          digest.update(in.readNBytes(1 << 20));
        }
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static InputStream open(String name) {
    InputStream in = BuiltinModel.class.getResourceAsStream("builtin/" + name);
    if (in == null) {
      throw new IllegalStateException("the program lacks its built-in model's " + name);
    }
    return in;
  }
}
