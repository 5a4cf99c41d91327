  def normalize(self: __torch__.Tower, pixels: Tensor, mean: Tensor, std: Tensor, dtype: int) -> Tensor:
    # pixels: (B, side, side, 3) bytes. Features are kept last throughout, (B, H, W, C), as linear layers and oneDNN's convolutions want them.
    return ((pixels.to(6) / 255. - mean) / std).to(dtype)

  def patches(self: __torch__.Tower, x: Tensor, side: int) -> Tensor:
    # (B, H, W, C) to (B, H / side, W / side, side side C); what no whole patch covers is left out.
    B = x.size(0)
    H = x.size(1) // side
    W = x.size(2) // side
    C = x.size(3)
    x = x[:, :H * side, :W * side].reshape([B, H, side, W, side, C])
    return x.permute([0, 1, 3, 2, 4, 5]).reshape([B, H, W, side * side * C])

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
    y = y.to(6)
    return y / torch.norm(y, 2, [-1], True)
