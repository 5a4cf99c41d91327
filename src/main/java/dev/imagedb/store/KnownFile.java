package dev.imagedb.store;

import dev.imagedb.photo.FileFacts;

/// What a database remembers of a file: enough to tell whether it changed.
///
/// @param sha256 of its bytes, lower-case hexadecimal
/// @param current whether it is done: its vector is of the database's present space, and all is
///   known of it that its file can tell, or it is a picture that could not be read and would not be
///   tried again
/// @param readable whether it could be read
public record KnownFile(FileFacts file, String sha256, boolean current, boolean readable) {}
