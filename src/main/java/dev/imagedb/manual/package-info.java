/// The commands as their users know them, and what is written from that: scripts with which shells
/// complete them, and a manual page.
///
/// Start at [dev.imagedb.manual.Manual], which describes all of them; the prompt of `imagedb shell`
/// completes and colours lines by the same description.
@NullMarked
package dev.imagedb.manual;

import org.jspecify.annotations.NullMarked;
