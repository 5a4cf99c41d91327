package dev.imagedb.embed.openclip;

import ai.djl.pytorch.jni.IValue;
import java.util.List;
import java.util.function.Function;

/// How a text tower is run, once its tensors are wanted.
///
/// @param tokens the vectors of its vocabulary
/// @param sources the TorchScript resources of its code
/// @param parameters makes the arguments of `forward` after the weights for a text; they are closed
///   after each call
record TextLayout(
    TokenTable tokens, List<String> sources, Function<TokenSequence, List<IValue>> parameters) {}
