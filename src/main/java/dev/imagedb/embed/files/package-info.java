/// A model's files as they lie in a folder: which there are
/// ([dev.imagedb.embed.files.ModelFolder]), the weights, mapped and checked
/// ([dev.imagedb.embed.files.Safetensors]), small JSON files, and what tells one model from another
/// ([dev.imagedb.embed.files.Fingerprint]). Nothing in them is ever executed, and none of their
/// numbers is believed before it is checked.
@NullMarked
package dev.imagedb.embed.files;

import org.jspecify.annotations.NullMarked;
