/// What pictures show, told by the model without any training: the words that fit best out of those
/// that a person gives.
///
/// Start at [dev.imagedb.labelling.Labeller], which goes over the pictures of a database, and at
/// [dev.imagedb.labelling.ZeroShot], which judges one vector. Labels are kept in the database only,
/// never in the pictures.
@NullMarked
package dev.imagedb.labelling;

import org.jspecify.annotations.NullMarked;
