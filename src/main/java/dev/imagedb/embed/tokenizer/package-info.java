/// Words to ids, as OpenCLIP's tokenizer.py makes them.
///
/// Start at [dev.imagedb.embed.tokenizer.TextTokenizer]: words are cleaned (`TextCleaner`), cut
/// into the vocabulary's pieces by the tokenizers library, put between special tokens
/// (`SpecialTokens`) and brought to the model's context (`TextContext`, `Padding`).
@NullMarked
package dev.imagedb.embed.tokenizer;

import org.jspecify.annotations.NullMarked;
