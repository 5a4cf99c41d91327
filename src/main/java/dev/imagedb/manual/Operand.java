package dev.imagedb.manual;

/// What is typed after a command without an option.
///
/// @param required whether the command needs it
/// @param repeats whether there may be several
public record Operand(Value value, boolean required, boolean repeats, String description) {}
