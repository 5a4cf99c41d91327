package dev.imagedb.cli;

import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/// An option whose value is only what `=` joins to it: what stands behind it by itself is left to
/// the command.
abstract class OnlyAttached implements IParameterPreprocessor {
  private final String otherwise;

  /// @param otherwise its value where none is joined to it
  OnlyAttached(String otherwise) {
    this.otherwise = otherwise;
  }

  @Override
  @SuppressWarnings("JdkObsolete") // picocli's choice
  public boolean preprocess(
      Stack<String> args, CommandSpec command, ArgSpec option, Map<String, Object> info) {
    if (!"=".equals(info.get("separator"))) {
      args.push(otherwise);
    }
    return false;
  }
}
