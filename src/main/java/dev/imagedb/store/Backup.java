package dev.imagedb.store;

import java.nio.file.Path;

/// A copy of a database.
///
/// @param database the copy's own folder, which `--db` can name
/// @param pictures that it holds, those that could not be read included
/// @param bytes on disk
public record Backup(Path database, long pictures, long bytes) {}
