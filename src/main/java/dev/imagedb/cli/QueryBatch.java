package dev.imagedb.cli;

import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import dev.imagedb.output.AnswerPrinter;
import dev.imagedb.output.Console;
import dev.imagedb.output.Entry;
import dev.imagedb.output.WorkProgressLine;
import dev.imagedb.search.Answer;
import dev.imagedb.search.Likeness;
import dev.imagedb.search.Query;
import dev.imagedb.search.QueryLine;
import dev.imagedb.search.QueryName;
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
/// Used once.
final class QueryBatch {
  private final Searcher searcher;
  private final Console console;
  private final SearchMode mode;
  private final Template template;
  private long answered;
  private ExitCode end = ExitCode.DONE;

  /// @param template for what the command's other options say of every query
  QueryBatch(Searcher searcher, Console console, SearchMode mode, Template template) {
    this.searcher = searcher;
    this.console = console;
    this.mode = mode;
    this.template = template;
  }

  /// What becomes of a line.
  private sealed interface Reply {
    record Found(QueryName name, Answer answer) implements Reply {}

    record Failed(QueryName name, String reason) implements Reply {}
  }

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
    try (BufferedReader lines = open(name, standardInput);
        WorkProgressLine progress = new WorkProgressLine(console, "answer")) {
      return answerAll(lines, progress);
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

  /// Reads to the end, or until nobody reads the answers any more. Lines that are there already are
  /// answered side by side, but none is waited for before all answers are out.
  private ExitCode answerAll(BufferedReader lines, WorkProgressLine progress) throws IOException {
    try (ReplyQueue<Reply> replies = new ReplyQueue<>(reply -> send(reply, progress))) {
      int number = 0;
      while (replies.send(lines.ready() ? ReplyQueue.MOST_UNDER_WAY : 0)) {
        String line = lines.readLine();
        if (line == null) {
          break;
        }
        int position = ++number;
        String written = withoutMark(line).strip();
        if (!written.isEmpty()) {
          replies.add(() -> reply(written, position));
        }
      }
      replies.send(0);
    }
    return end;
  }

  /// Whether anybody reads on.
  private boolean send(Reply reply, WorkProgressLine progress) {
    AnswerPrinter answers = new AnswerPrinter(console);
    switch (reply) {
      case Reply.Found(QueryName name, Answer answer) -> answers.printHits(name, Entry.of(answer));
      case Reply.Failed(QueryName name, String reason) -> {
        answers.printFailure(name, reason);
        end = ExitCode.DONE_WITH_SKIPPED;
      }
    }
    answered++;
    if (!console.screen().showsOut()) {
      // Answers that are seen tell by themselves how far it is.
      progress.update(answered, 0);
    }
    return !console.out().checkError();
  }

  private Reply reply(String written, int number) {
    try {
      QueryLine line = QueryLine.parse(written);
      return new Reply.Found(line.name(), searcher.answer(query(line)));
    } catch (UserException failure) {
      if (failure.exitCode() == ExitCode.INTERRUPTED) {
        throw failure;
      }
      return new Reply.Failed(
          QueryLine.nameOf(written), "line " + number + ": " + failure.getMessage());
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
