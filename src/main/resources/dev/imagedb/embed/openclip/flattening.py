  def absorb(self: __torch__.Tower, weights: Dict[str, Tensor], layers: str, scales: str) -> Dict[str, Tensor]:
    # A scale of each feature that a layer gives goes into the layer's weights.
    # layers, scales: names, a line each, in the same order.
    l = layers.split("\n")
    s = scales.split("\n")
    for i in range(len(l)):
      scale = weights[s[i]].reshape([-1, 1])
      weight = weights[l[i] + ".weight"]
      weights[l[i] + ".weight"] = (weight.flatten(1, -1) * scale).view(weight.size())
      weights[l[i] + ".bias"] = weights[l[i] + ".bias"] * scale.squeeze(1)
    return weights

  def flatten(self: __torch__.Tower, weights: Dict[str, Tensor], layers: str) -> Dict[str, Tensor]:
    # A convolution whose stride is its own size is a linear layer over patches: (out, in, side, side) to (out, side side in).
    for name in layers.split("\n"):
      weights[name + ".weight"] = weights[name + ".weight"].permute([0, 2, 3, 1]).flatten(1, -1)
    return weights
