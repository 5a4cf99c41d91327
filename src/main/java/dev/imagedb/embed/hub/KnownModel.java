package dev.imagedb.embed.hub;

/// A published model and a name that is easier to write than its repository's.
///
/// @param name to write for it: a short one, or OpenCLIP's own, `architecture/tag`
/// @param repository on the hub, `organisation/name`
/// @param note whom it is for, in a few words; may be empty
public record KnownModel(String name, String repository, String note) {}
