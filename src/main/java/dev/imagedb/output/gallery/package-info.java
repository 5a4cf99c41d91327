/// What was found, on a page or a sheet of its own: files to keep, to send, to print.
///
/// Start at [dev.imagedb.output.gallery.Exhibit], a picture with its thumbnail.
/// [dev.imagedb.output.gallery.GalleryPage] makes a page for browsers of them, whose template,
/// style and script lie beside these classes as resources;
/// [dev.imagedb.output.gallery.ContactSheet] draws them in rows.
///
/// A page fetches nothing: all that it shows is in it, and its content security policy forbids the
/// rest. What strangers wrote into their pictures reaches it as text, never as HTML
/// ([dev.imagedb.output.gallery.Template]).
@NullMarked
package dev.imagedb.output.gallery;

import org.jspecify.annotations.NullMarked;
