package dev.imagedb.embed.openclip;

import ai.djl.pytorch.jni.IValue;
import dev.imagedb.embed.openclip.Tower.Step;
import java.util.List;
import java.util.function.Supplier;

/// How an image tower is run, once its tensors are wanted.
///
/// @param steps changes to the weights before they are used
/// @param sources the TorchScript resources of its code
/// @param parameters makes the arguments of `forward` after the weights; they are closed after each
///   call
record TowerLayout(List<Step> steps, List<String> sources, Supplier<List<IValue>> parameters) {}
