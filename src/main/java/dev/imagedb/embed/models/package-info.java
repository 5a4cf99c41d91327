/// From a model's name to an [dev.imagedb.embed.Embedder]: the built-in one, a folder, or the hub.
///
/// Start at [dev.imagedb.embed.models.ModelLoader]. Stands above `embed.hub`, which finds a model's
/// files, and `embed.openclip`, which reads them.
@NullMarked
package dev.imagedb.embed.models;

import org.jspecify.annotations.NullMarked;
