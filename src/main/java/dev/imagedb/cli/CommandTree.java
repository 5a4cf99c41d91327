package dev.imagedb.cli;

import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import dev.imagedb.manual.Manual;
import dev.imagedb.output.ColourChoice;
import dev.imagedb.output.Console;
import dev.imagedb.output.ErrorPrinter;
import dev.imagedb.output.ProgressStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/// The commands, and what becomes of their failures.
@Command(
    name = "imagedb",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    versionProvider = Version.class,
    description = "Finds photographs by what is in them.",
    footer = {
      "  imagedb index ~/photos",
      "  imagedb search \"tabby cat\"",
      "  imagedb search q.jpg",
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
          new Subcommand("shell", ShellCommand::new),
          new Subcommand("serve", ServeCommand::new),
          new Subcommand("label", LabelCommand::new),
          new Subcommand("duplicates", DuplicatesCommand::new),
          new Subcommand("remove", RemoveCommand::new),
          new Subcommand("status", StatusCommand::new),
          new Subcommand("check", CheckCommand::new),
          new Subcommand("backup", BackupCommand::new),
          new Subcommand("models", ModelsCommand::new),
          new Subcommand("eval", EvalCommand::new),
          new Subcommand("encode", EncodeCommand::new),
          new Subcommand("config", ConfigCommand::new),
          new Subcommand("doctor", DoctorCommand::new),
          new Subcommand("completion", CompletionCommand::new),
          new Subcommand("man", ManualCommand::new),
          new Subcommand("help", HelpCommand::new));

  /// A command that is not made yet.
  private record Subcommand(String name, Function<Program, Callable<Integer>> of) {}

  @Under("Everywhere")
  @Seldom
  @Option(
      names = "--color",
      paramLabel = "auto|always|never",
      scope = ScopeType.INHERIT,
      description =
          "Colour results: on a terminal, always, never. Default: auto, as NO_COLOR, CLICOLOR and"
              + " CLICOLOR_FORCE say.")
  private ColourChoice colours = ColourChoice.AUTO;

  @Under("Everywhere")
  @Seldom
  @Option(
      names = "--progress",
      paramLabel = "auto|bar|plain|none",
      scope = ScopeType.INHERIT,
      description =
          "Show how far what takes long is: as a bar, as a line every few seconds, not at all."
              + " Default: auto, a bar on a terminal and lines elsewhere.")
  private ProgressStyle progress = ProgressStyle.AUTO;

  @Under("Everywhere")
  @Seldom
  @Option(
      names = "--no-config",
      scope = ScopeType.INHERIT,
      description = "Obey no file of settings, and no variable that sets an option.")
  @SuppressWarnings("UnusedVariable") // settled before anything is parsed for good: TypedArguments
  private boolean noConfig;

  @Under("Everywhere")
  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Print the stack trace of a failure.")
  private boolean debug;

  private final Program program;
  private @Nullable ConfiguredArguments configured;

  private CommandTree(Program program) {
    this.program = program;
  }

  /// Runs a command line; gives the exit code.
  public static int run(Program program, String... arguments) {
    CommandTree tree = new CommandTree(program);
    try {
      return tree.run(arguments);
    } catch (UserException | Error failure) {
      // picocli hands exceptions of commands alone to its handler: settings come before it, and a
      // lack of memory needs its line, too.
      return tree.failed(failure);
    } finally {
      program.console().flush();
    }
  }

  private int run(String... arguments) {
    CommandLine line = commandLineFor(arguments);
    configured = new ConfiguredArguments(program, TypedArguments.of(line, arguments));
    String[] all = configured.all();
    line.setExecutionStrategy(parsed -> isPlain() ? new RunLast().execute(parsed) : dressed(all));
    return line.execute(all);
  }

  private boolean isPlain() {
    return colours == ColourChoice.AUTO && progress == ProgressStyle.AUTO;
  }

  /// Runs it on a console that looks as the user wants it to: only now is that known.
  private int dressed(String... arguments) {
    Program wanted = program.on(program.console().with(colours, progress));
    CommandTree tree = new CommandTree(wanted);
    tree.configured = configured;
    CommandLine line = tree.commandLineFor(arguments);
    return line.execute(arguments);
  }

  /// Prints all that there is to say of a command.
  ///
  /// @param path its name, and that of a command of its own: `models pull`; empty for all
  /// @throws UserException where there is no such command
  static void printHelp(Program program, List<String> path) {
    CommandLine line = new CommandTree(program).commandLineFor(path.toArray(String[]::new));
    for (String name : path) {
      line = below(line, name);
    }
    Console console = program.console();
    console.out().print(HelpPage.full(line.getCommandSpec(), width(console)));
    console.flush();
  }

  private static CommandLine below(CommandLine line, String name) {
    CommandLine found = line.getSubcommands().get(name);
    if (found == null) {
      throw ArgumentFault.of(new UnmatchedArgumentException(line, List.of(name)));
    }
    return found;
  }

  /// All commands with all that can be said of them, in the order of the help.
  static CommandLine described(Program program) {
    return new CommandTree(program).commandLine();
  }

  /// Describes all commands, in the order of the help.
  public static Manual manual(Program program) {
    return Descriptions.of(described(program));
  }

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
    line.setParameterExceptionHandler((wrong, _) -> print(ArgumentFault.of(wrong)));
    line.setExecutionExceptionHandler((failure, _, _) -> failed(failure));
    line.setHelpSectionKeys(List.of("page"));
    line.setHelpSectionMap(Map.of("page", this::page));
    line.setOut(program.console().out());
    line.setErr(program.console().err());
    return line;
  }

  private String page(CommandLine.Help help) {
    return HelpPage.brief(help.commandSpec(), width(program.console()));
  }

  private static int width(Console console) {
    return console.screen().width().getAsInt();
  }

  /// Without a command: the help.
  @Override
  public void run() {
    commandLine().usage(program.console().out());
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
    new ErrorPrinter(program.console()).print(withSource(failure));
    program.console().flush();
    return failure.exitCode().code();
  }

  /// What is wrong with an option that was set, not typed, is said with the place where it was.
  private UserException withSource(UserException failure) {
    String message = String.valueOf(failure.getMessage());
    return Optional.ofNullable(configured)
        .filter(_ -> failure.exitCode() == ExitCode.WRONG_USAGE)
        .flatMap(settings -> settings.sourceNamedIn(message))
        .map(setting -> failure.saying(setting.origin() + ": " + message))
        .orElse(failure);
  }
}
