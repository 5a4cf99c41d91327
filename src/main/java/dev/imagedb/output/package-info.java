/// The last step of every command: hits, pictures and reports as text, JSON, JSON lines, CSV or
/// paths, and the progress of what takes long.
///
/// Start at [dev.imagedb.output.Console], which is all that is known of where a run writes, and at
/// [dev.imagedb.output.EntryPrinter], which renders what was found. Results go to standard output
/// and nothing else does; progress, warnings and summaries go to standard error. What takes long
/// shows how far it is through [dev.imagedb.output.WorkProgressLine] and its kin: a bar on a
/// terminal, which gives way to whatever else is printed there, and lines elsewhere.
///
/// The pictures themselves are shown by `output.preview`, on the terminal, and by `output.gallery`,
/// on a page or a sheet.
///
/// File names and metadata come from strangers: [dev.imagedb.output.TerminalText] keeps their
/// control characters from terminals, and CSV cells are kept from being formulas. Beside the shell
/// this is the only package that knows JLine.
@NullMarked
package dev.imagedb.output;

import org.jspecify.annotations.NullMarked;
