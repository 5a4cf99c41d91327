package dev.imagedb.embed.openclip;

import dev.imagedb.embed.openclip.Tower.Step;
import java.util.ArrayList;
import java.util.List;

/// Wants the convolutions of a network, and collects what becomes of them at load: a batch norm or
/// a layer scale goes into the layer before it, and a convolution that meets each number once
/// becomes a linear layer, which is quicker (`folding.py`, `flattening.py`).
final class Folding {
  private final Weights weights;
  private final List<String> convolutions = new ArrayList<>();
  private final List<String> norms = new ArrayList<>();
  private final List<String> scaled = new ArrayList<>();
  private final List<String> scales = new ArrayList<>();
  private final List<String> flat = new ArrayList<>();

  Folding(Weights weights) {
    this.weights = weights;
  }

  Weights weights() {
    return weights;
  }

  /// A convolution without bias, and the batch norm behind it.
  ///
  /// @param in features that go in, those of one group where it has groups
  /// @param side of the kernel
  void normed(String convolution, String norm, long out, long in, long side) {
    weights.want(convolution + ".weight", out, in, side, side).wantBatchNorm(norm, out);
    convolutions.add(convolution);
    norms.add(norm);
  }

  /// The same, where each pixel is met once: its side is one pixel, or its stride.
  void normedPatches(String convolution, String norm, long out, long in, long side) {
    normed(convolution, norm, out, in, side);
    flatten(convolution);
  }

  /// A convolution with a bias and no batch norm, where each pixel is met once.
  void patches(String convolution, long out, long in, long side) {
    weights.want(convolution + ".weight", out, in, side, side).want(convolution + ".bias", out);
    flatten(convolution);
  }

  /// Turns a convolution whose weights are there when all is fused into a linear layer.
  void flatten(String convolution) {
    flat.add(convolution);
    weights.markLinear(convolution + ".weight");
  }

  /// The scale of what a layer gives.
  ///
  /// @param shape of the scale
  void scale(String layer, String scale, long... shape) {
    weights.want(scale, shape);
    scaled.add(layer);
    scales.add(scale);
  }

  /// What is to be done, in this order.
  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    add(steps, "fold", List.of(convolutions, norms));
    add(steps, "absorb", List.of(scaled, scales));
    add(steps, "flatten", List.of(flat));
    return steps;
  }

  /// Adds a step over lists of names, unless they are empty.
  static void add(List<Step> steps, String method, List<List<String>> names) {
    if (!names.getFirst().isEmpty()) {
      List<String> lines = names.stream().map(list -> String.join("\n", list)).toList();
      steps.add(new Step(method, lines, List.of()));
    }
  }
}
