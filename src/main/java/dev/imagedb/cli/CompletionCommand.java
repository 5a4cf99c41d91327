package dev.imagedb.cli;

import dev.imagedb.fault.ExitCode;
import dev.imagedb.manual.CompletionScript;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `imagedb completion`.
@Under("Look after it")
@Command(
    mixinStandardHelpOptions = true,
    description = "Print a script that lets a shell complete commands, options and their values.",
    footer = {
      "  imagedb completion bash > ~/.local/share/bash-completion/completions/imagedb",
      "  imagedb completion zsh > ~/.zfunc/_imagedb",
      "  imagedb completion fish > ~/.config/fish/completions/imagedb.fish"
    })
final class CompletionCommand implements Callable<Integer> {
  enum ShellName {
    BASH,
    ZSH,
    FISH;

    CompletionScript script() {
      return switch (this) {
        case BASH -> CompletionScript.forBash();
        case ZSH -> CompletionScript.forZsh();
        case FISH -> CompletionScript.forFish();
      };
    }
  }

  private final Program program;

  @Parameters(paramLabel = "bash|zsh|fish", description = "The shell.")
  private ShellName shell = ShellName.BASH;

  CompletionCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    PrintWriter out = program.console().out();
    out.print(shell.script().of(CommandTree.manual(program)));
    out.flush();
    return ExitCode.DONE.code();
  }
}
