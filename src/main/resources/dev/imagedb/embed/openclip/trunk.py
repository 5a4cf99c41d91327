  def convolve(self: __torch__.Tower, x: Tensor, w: Dict[str, Tensor], name: str, stride: int, padding: int, groups: int) -> Tensor:
    y = torch.conv2d(x.permute([0, 3, 1, 2]), w[name + ".weight"], w[name + ".bias"], [stride, stride], [padding, padding], [1, 1], groups)
    return y.permute([0, 2, 3, 1]).contiguous()

  def mean_feature(self: __torch__.Tower, x: Tensor) -> Tensor:
    return torch.mean(x, [1, 2])  # (B, C)

  def project(self: __torch__.Tower, y: Tensor, w: Dict[str, Tensor], layer: str) -> Tensor:
    # (B, C) to (B, dimension): by one layer, two, or none; gives unit length.
    if "visual.head.mlp.fc1.weight" in w:
      y = self.linear_gelu(y, w["visual.head.mlp.fc1.weight"], w["visual.head.mlp.fc1.bias"], "none")
    if (layer + ".weight") in w:
      bias = annotate(Optional[Tensor], None)
      if (layer + ".bias") in w:
        bias = w[layer + ".bias"]
      y = self.linear(y, w[layer + ".weight"], bias)
    return self.unit(y)
