/// Where a query's picture comes from: a file, an address on the web, or standard input.
///
/// Start at [dev.imagedb.source.PictureSource], which is what people name, and
/// [dev.imagedb.source.SourceReader], which gets its bytes. What the web answers is believed in
/// nothing: not in its size, not in its type, and not in where it says that the picture is
/// ([dev.imagedb.source.Destination]).
@NullMarked
package dev.imagedb.source;

import org.jspecify.annotations.NullMarked;
