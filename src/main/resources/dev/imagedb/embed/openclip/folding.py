  def fold(self: __torch__.Tower, weights: Dict[str, Tensor], convolutions: str, norms: str) -> Dict[str, Tensor]:
    # A batch norm after a convolution is a scale and a shift: it goes into the convolution's weights.
    # convolutions, norms: names, a line each, in the same order.
    c = convolutions.split("\n")
    n = norms.split("\n")
    for i in range(len(c)):
      scale = self.norm_scale(weights, n[i])
      weights[c[i] + ".weight"] = weights[c[i] + ".weight"] * scale.view([-1, 1, 1, 1])
      weights[c[i] + ".bias"] = self.norm_shift(weights, n[i])
    return weights

  def norm_scale(self: __torch__.Tower, weights: Dict[str, Tensor], norm: str) -> Tensor:
    return weights[norm + ".weight"] / torch.sqrt(weights[norm + ".running_var"] + 1e-05)

  def norm_shift(self: __torch__.Tower, weights: Dict[str, Tensor], norm: str) -> Tensor:
    return weights[norm + ".bias"] - weights[norm + ".running_mean"] * self.norm_scale(weights, norm)
