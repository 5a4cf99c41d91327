package dev.imagedb.labelling;

import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The words that pictures may be taken for, each once, in the order in which they were given.
public record LabelList(List<String> labels) {
  private static final String EXAMPLE = "--labels \"cat,dog,car\"";

  /// Some editors begin a UTF-8 file with it.
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  public LabelList {
    labels =
        labels.stream().map(String::strip).filter(label -> !label.isEmpty()).distinct().toList();
    if (labels.isEmpty()) {
      throw UserException.usage("there are no labels", EXAMPLE);
    }
  }

  /// What a person writes: the name of a file with a label a line, in which blank lines and those
  /// that begin with `#` say nothing; else the labels themselves with commas between them.
  ///
  /// @param folder that the file's name is relative to
  /// @throws UserException where there is no label in it, or the file is no text
  public static LabelList parse(String written, Path folder) {
    return file(written, folder)
        .map(LabelList::read)
        .orElseGet(() -> new LabelList(List.of(written.split(",", -1))));
  }

  private static Optional<Path> file(String written, Path folder) {
    try {
      return written.isBlank()
          ? Optional.empty()
          : Optional.of(folder.resolve(written)).filter(Files::isRegularFile);
    } catch (InvalidPathException noName) {
      return Optional.empty();
    }
  }

  private static LabelList read(Path file) {
    try {
      String text = Files.readString(file);
      return new LabelList(
          text.lines()
              .map(line -> line.replace(BYTE_ORDER_MARK, ""))
              .filter(line -> !line.strip().startsWith("#"))
              .toList());
    } catch (CharacterCodingException e) {
      throw new UserException(
          ExitCode.FAILED, file + " is no text in UTF-8", "a label a line, saved as UTF-8", e);
    } catch (IOException e) {
      throw new UserException(
          ExitCode.FAILED, "cannot read " + file + ": " + e.getMessage(), EXAMPLE, e);
    }
  }
}
