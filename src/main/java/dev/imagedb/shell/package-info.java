/// `imagedb shell`: a prompt at which commands are typed without the program's name, one after the
/// other, with the model and the index kept open between them.
///
/// Start at [dev.imagedb.shell.CommandShell], which reads a line, lets
/// [dev.imagedb.shell.Interpreter] say what it means, and does that. Who types is a
/// [dev.imagedb.shell.Front]: a terminal with an editor (JLine), one that obeys nothing, or a pipe.
///
/// A kept model takes as much memory as its weights, as long as the shell is open.
@NullMarked
package dev.imagedb.shell;

import org.jspecify.annotations.NullMarked;
