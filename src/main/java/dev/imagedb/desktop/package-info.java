/// The desktop around the terminal. There is only [dev.imagedb.desktop.DesktopViewer], which shows
/// a file in the program that its user has for it.
@NullMarked
package dev.imagedb.desktop;

import org.jspecify.annotations.NullMarked;
