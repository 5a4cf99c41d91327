@NullMarked
package dev.imagedb.embed.tokenizer;

import org.jspecify.annotations.NullMarked;
