package dev.imagedb.cli;

import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import dev.imagedb.output.AnswerPrinter;
import dev.imagedb.output.Console;
import dev.imagedb.output.Entry;
import dev.imagedb.search.Likeness;
import dev.imagedb.search.Query;
import dev.imagedb.search.QueryLine;
import dev.imagedb.search.SearchMode;
import dev.imagedb.search.Searcher;
import dev.imagedb.search.Wording;
import dev.imagedb.source.PictureSource;
import dev.imagedb.store.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Answers one line after the other. A query that fails is an answer, too: the others go on.
///
/// @param template for what the command's other options say of every query
record QueryBatch(Searcher searcher, Console console, SearchMode mode, Template template) {

  /// A query with all that the lines have in common.
  @FunctionalInterface
  interface Template {
    /// The query of a line.
    ///
    /// @param limit how many hits at most; null where the line does not say
    Query fill(List<Likeness> likenesses, List<Words> texts, @Nullable Integer limit);
  }

  /// Answers the lines of a file, or of standard input (`-`), in UTF-8.
  ///
  /// @throws UserException where they cannot be read
  ExitCode answerAll(String name, InputStream standardInput) {
    try (BufferedReader lines = open(name, standardInput)) {
      return answerAll(lines);
    } catch (NoSuchFileException | InvalidPathException e) {
      throw unreadable(name, "there is no such file", e);
    } catch (IOException e) {
      throw unreadable(name, String.valueOf(e.getMessage()), e);
    }
  }

  private static UserException unreadable(String name, String reason, Exception cause) {
    return new UserException(
        ExitCode.FAILED,
        "cannot read the queries of " + name + ": " + reason,
        "name a text file, or - for standard input",
        cause);
  }

  private BufferedReader open(String name, InputStream standardInput) throws IOException {
    InputStream in =
        name.equals(PictureSource.STANDARD_INPUT)
            ? standardInput
            : Files.newInputStream(console.workingDirectory().resolve(name));
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  /// Reads to the end, or until nobody reads the answers any more. Nothing is waited for before an
  /// answer is out.
  private ExitCode answerAll(BufferedReader lines) throws IOException {
    ExitCode end = ExitCode.DONE;
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      String written = withoutMark(line).strip();
      if (!written.isEmpty() && !answer(written, number)) {
        end = ExitCode.DONE_WITH_SKIPPED;
      }
      if (console.out().checkError()) {
        break;
      }
    }
    return end;
  }

  /// Whether it could be answered.
  private boolean answer(String written, int number) {
    AnswerPrinter answers = new AnswerPrinter(console);
    try {
      QueryLine line = QueryLine.parse(written);
      answers.printHits(line.name(), Entry.of(searcher.answer(query(line))));
      return true;
    } catch (UserException failure) {
      if (failure.exitCode() == ExitCode.INTERRUPTED) {
        throw failure;
      }
      answers.printFailure(
          QueryLine.nameOf(written), "line " + number + ": " + failure.getMessage());
      return false;
    }
  }

  private Query query(QueryLine line) {
    Wording wording = line.wording().in(mode);
    return template.fill(
        wording.likenesses(console.workingDirectory()), wording.weightedTexts(), line.limit());
  }

  /// Some programs begin a text with a byte order mark.
  private static String withoutMark(String line) {
    return line.startsWith("\ufeff") ? line.substring(1) : line;
  }
}
