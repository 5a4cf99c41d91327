package dev.imagedb.cli;

import dev.imagedb.fault.UserException;
import dev.imagedb.output.Console;
import dev.imagedb.output.ErrorPrinter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The commands, and what becomes of their failures.
@Command(
    name = "imagedb",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Finds photographs by what is in them.",
    footer = {
      "",
      "Examples:",
      "  imagedb index ~/photos",
      "  imagedb search --prompt \"tabby cat\"",
      "  imagedb search --image q.jpg",
      "  imagedb search --text \"Canon 2019\" --json"
    })
public final class CommandTree implements Runnable {
  private static final String MORE_MEMORY = "IMAGEDB_JAVA_OPTIONS=-Xmx8g imagedb …";
  private static final String REPORT =
      "this is our fault: please report it with what --debug prints";

  @Option(
      names = "--debug",
      scope = CommandLine.ScopeType.INHERIT,
      description = "Print the stack trace of a failure.")
  private boolean debug;

  private final Program program;

  private CommandTree(Program program) {
    this.program = program;
  }

  /// Runs a command line; gives the exit code.
  public static int run(Program program, String... arguments) {
    CommandTree tree = new CommandTree(program);
    CommandLine line = tree.commandLine();
    Console console = program.console();
    line.setOut(console.out());
    line.setErr(console.err());
    try {
      return line.execute(arguments);
    } catch (Error failure) {
      // picocli hands exceptions alone to its handler; a lack of memory needs its line, too.
      return tree.failed(failure);
    } finally {
      console.flush();
    }
  }

  private CommandLine commandLine() {
    CommandLine line = new CommandLine(this);
    for (Object command :
        List.of(
            new IndexCommand(program),
            new SearchCommand(program),
            new ListCommand(program),
            new ShowCommand(program),
            new StatusCommand(program),
            new RemoveCommand(program),
            new DuplicatesCommand(program),
            new EncodeCommand(program),
            new LabelCommand(program),
            new EvalCommand(program),
            new ModelsCommand(program))) {
      line.addSubcommand(command);
    }
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler((wrong, _) -> wrongUsage(wrong));
    line.setExecutionExceptionHandler((failure, _, _) -> failed(failure));
    return line;
  }

  /// Without a command: the help.
  @Override
  public void run() {
    commandLine().usage(program.console().out());
  }

  private int wrongUsage(ParameterException wrong) {
    String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    String hint = command + " --help";
    if (wrong instanceof UnmatchedArgumentException unmatched
        && unmatched.isUnknownOption()
        && !unmatched.getSuggestions().isEmpty()) {
      hint = unmatched.getSuggestions().getFirst();
    }
    String message = String.valueOf(wrong.getMessage()).replace('\n', ' ');
    return print(UserException.usage(message.replaceFirst("^Error: ", ""), hint));
  }

  private int failed(Throwable failure) {
    if (debug) {
      failure.printStackTrace(program.console().err());
    }
    return switch (failure) {
      case UserException known -> print(known);
      case OutOfMemoryError _ ->
          print(UserException.failed("the memory that Java may use is too small", MORE_MEMORY));
      default ->
          print(UserException.failed(failure.toString().lines().findFirst().orElse(""), REPORT));
    };
  }

  private int print(UserException failure) {
    new ErrorPrinter(program.console()).print(failure);
    program.console().flush();
    return failure.exitCode().code();
  }
}
