/// One class a subcommand: arguments in, exit code out, no logic.
///
/// Start at [dev.imagedb.cli.CommandTree], which lists them. What they work with comes from
/// [dev.imagedb.cli.Program]. What is set for many runs is put into a command line by
/// `ConfiguredArguments`; `HelpPage` and `ArgumentFault` say what picocli would say otherwise.
@NullMarked
package dev.imagedb.cli;

import org.jspecify.annotations.NullMarked;
