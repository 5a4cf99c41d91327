package dev.imagedb.evaluation;

import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Files that people wrote.
final class TextFile {
  /// Some editors begin a UTF-8 file with it.
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private TextFile() {}

  /// All of a text in UTF-8.
  ///
  /// @throws UserException where it cannot be read, or says nothing
  static String read(Path file) {
    try {
      String text = Files.readString(file);
      if (text.isBlank()) {
        throw UserException.failed(file + " is empty", null);
      }
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (NoSuchFileException e) {
      throw new UserException(ExitCode.FAILED, "there is no file " + file, null, e);
    } catch (CharacterCodingException e) {
      throw new UserException(ExitCode.FAILED, file + " is no text in UTF-8", null, e);
    } catch (IOException e) {
      String reason = Files.isDirectory(file) ? "it is a folder" : String.valueOf(e.getMessage());
      throw new UserException(ExitCode.FAILED, "cannot read " + file + ": " + reason, null, e);
    }
  }
}
