package dev.imagedb.cli;

import dev.imagedb.fault.UserException;
import dev.imagedb.manual.Manual;
import dev.imagedb.output.Console;
import dev.imagedb.output.ErrorPrinter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
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

  private static final List<Subcommand> COMMANDS =
      List.of(
          new Subcommand("index", IndexCommand::new),
          new Subcommand("search", SearchCommand::new),
          new Subcommand("list", ListCommand::new),
          new Subcommand("show", ShowCommand::new),
          new Subcommand("status", StatusCommand::new),
          new Subcommand("remove", RemoveCommand::new),
          new Subcommand("duplicates", DuplicatesCommand::new),
          new Subcommand("encode", EncodeCommand::new),
          new Subcommand("label", LabelCommand::new),
          new Subcommand("eval", EvalCommand::new),
          new Subcommand("models", ModelsCommand::new),
          new Subcommand("shell", ShellCommand::new),
          new Subcommand("completion", CompletionCommand::new),
          new Subcommand("man", ManualCommand::new));

  /// A command that is not made yet.
  private record Subcommand(String name, Function<Program, Callable<Integer>> of) {}

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
    CommandLine line = tree.commandLineFor(arguments);
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

  /// Describes all commands, in the order of the help.
  public static Manual manual(Program program) {
    return Descriptions.of(new CommandTree(program).commandLine());
  }

  /// All commands, in the order of the help.
  private CommandLine commandLine() {
    return commandLine(COMMANDS);
  }

  /// Only the command that is asked for, since the options of all of them take as long to describe
  /// as a search takes; all of them where none is named first.
  private CommandLine commandLineFor(String... arguments) {
    return COMMANDS.stream()
        .filter(command -> arguments.length > 0 && command.name().equals(arguments[0]))
        .findFirst()
        .map(command -> commandLine(List.of(command)))
        .orElseGet(this::commandLine);
  }

  private CommandLine commandLine(List<Subcommand> commands) {
    CommandLine line = new CommandLine(this);
    commands.forEach(command -> line.addSubcommand(command.name(), command.of().apply(program)));
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
