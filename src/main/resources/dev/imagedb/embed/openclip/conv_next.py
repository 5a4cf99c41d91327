  def norm(self: __torch__.Tower, x: Tensor, w: Dict[str, Tensor], name: str, eps: float) -> Tensor:
    return torch.layer_norm(x, [x.size(-1)], w[name + ".weight"], w[name + ".bias"], eps)

  def convnext_block(self: __torch__.Tower, x: Tensor, w: Dict[str, Tensor], p: str, eps: float) -> Tensor:
    y = self.convolve(x, w, p + "conv_dw", 1, 3, x.size(3))  # 7 x 7, each feature by itself
    y = self.norm(y, w, p + "norm", eps)
    y = self.linear_gelu(y, w[p + "mlp.fc1.weight"], w[p + "mlp.fc1.bias"], "none")
    return self.linear_add(y, x, w[p + "mlp.fc2.weight"], w[p + "mlp.fc2.bias"])

  def forward(self: __torch__.Tower,
    pixels: Tensor, mean: Tensor, std: Tensor, w: Dict[str, Tensor], blocks: List[int], eps: float, layer: str) -> Tensor:
    # pixels: (B, side, side, 3) bytes; gives (B, dimension), unit length.
    p = "visual.trunk."
    x = self.normalize(pixels, mean, std, w[p + "stem.0.bias"].dtype)
    x = self.linear(self.patches(x, 4), w[p + "stem.0.weight"], w[p + "stem.0.bias"])
    x = self.norm(x, w, p + "stem.1", eps)
    for stage in range(len(blocks)):
      s = p + "stages." + str(stage) + "."
      if stage > 0:
        x = self.patches(self.norm(x, w, s + "downsample.0", eps), 2)
        x = self.linear(x, w[s + "downsample.1.weight"], w[s + "downsample.1.bias"])
      for i in range(blocks[stage]):
        x = self.convnext_block(x, w, s + "blocks." + str(i) + ".", eps)
    y = self.norm(self.mean_feature(x), w, p + "head.norm", eps)
    return self.project(y, w, layer)
