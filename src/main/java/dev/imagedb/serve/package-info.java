/// A page and a small JSON API over one database, for a browser on this machine or one that was
/// given a token.
///
/// Start at [dev.imagedb.serve.PhotoServer]. A request passes the `Doorkeeper`, who looks at where
/// it comes from, and a `Gate`, which lets in so many at once; `Routes` finds who answers it
/// (`SearchAnswers`, `PhotoAnswers`, `PageFiles`), and those work on a `Library`: the database as
/// of its last commit, and its model. What is refused is a `Refusal`, told as RFC 9457 has it. The
/// words of a search are those of the command line: [dev.imagedb.serve.SearchReader] is handed in.
@NullMarked
package dev.imagedb.serve;

import org.jspecify.annotations.NullMarked;
