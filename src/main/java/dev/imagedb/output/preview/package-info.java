/// Pictures on a terminal, beside what is known of them.
///
/// Start at [dev.imagedb.output.preview.PreviewPrinter]. How a terminal takes pictures is a
/// [dev.imagedb.output.preview.TerminalGraphics], chosen by what the terminal answers
/// ([dev.imagedb.output.preview.TerminalReply]): kitty's protocol, iTerm2's, sixels, and on all
/// others half blocks, which are nothing but coloured characters.
@NullMarked
package dev.imagedb.output.preview;

import org.jspecify.annotations.NullMarked;
