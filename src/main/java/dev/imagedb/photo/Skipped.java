package dev.imagedb.photo;

import java.nio.file.Path;

/// A picture that was passed over, and why. A bad picture is data, not an exception.
///
/// @param reason one line, without the path: what is wrong, with its value, and the remedy if any
public record Skipped(Path path, String reason) {}
