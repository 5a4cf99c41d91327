package dev.imagedb.embed.hub;

/// A file of a model as the hub describes it.
///
/// @param commit the revision it belongs to, as a whole commit hash
/// @param checksum of its bytes; names its blob
/// @param size in bytes
record RemoteFile(String name, String commit, Checksum checksum, long size) {}
