/// Pixels or words to a unit vector. Start at [dev.imagedb.embed.Embedder]; `openclip` makes one of
/// a model's `files`, with its `tokenizer`, and `models` finds it by the names that people write.
@NullMarked
package dev.imagedb.embed;

import org.jspecify.annotations.NullMarked;
