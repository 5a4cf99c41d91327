/// What can go wrong, and how it is said.
///
/// Every package may use this one. A run that cannot go on throws a
/// [dev.imagedb.fault.UserException], which carries one clear line, the next step and the exit
/// code; a picture that cannot be read is no exception but data ([dev.imagedb.photo.Skipped]).
/// Anything else that is thrown is our bug.
@NullMarked
package dev.imagedb.fault;

import org.jspecify.annotations.NullMarked;
