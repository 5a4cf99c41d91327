/// Small copies of pictures, to look at: on a terminal, on a page, on a sheet.
///
/// Start at [dev.imagedb.thumbnail.Thumbnails], which makes one of a picture's file, or takes it
/// from the cache beside the index, where it lies under the hash of the file's bytes: a picture
/// that moved keeps its thumbnail, and copies share one.
@NullMarked
package dev.imagedb.thumbnail;

import org.jspecify.annotations.NullMarked;
