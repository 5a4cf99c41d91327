  def spread(self: __torch__.Tower, x: Tensor, w: Dict[str, Tensor], name: str, stride: int, groups: int, same: bool) -> Tensor:
    # A 3 x 3 convolution. TensorFlow's "same" padding puts an odd row or column after the picture, PyTorch's before it.
    if same and stride == 2:
      rows = 1 + x.size(1) % 2
      columns = 1 + x.size(2) % 2
      x = torch.constant_pad_nd(x, [0, 0, columns // 2, (columns + 1) // 2, rows // 2, (rows + 1) // 2])
      y = self.convolve(x, w, name, stride, 0, groups)
    else:
      y = self.convolve(x, w, name, stride, 1, groups)
    return torch.clamp(y, 0., 6.)

  def pointwise(self: __torch__.Tower, x: Tensor, w: Dict[str, Tensor], name: str) -> Tensor:
    return self.linear(x, w[name + ".weight"], w[name + ".bias"])

  def inverted_residual(self: __torch__.Tower, x: Tensor, w: Dict[str, Tensor], p: str, stride: int, same: bool) -> Tensor:
    # Widened, spread, and narrowed again; the first block of all is as wide as it needs to be.
    y = x
    narrow = p + "conv_pw"
    if (p + "conv_pwl.weight") in w:
      y = torch.clamp(self.pointwise(x, w, p + "conv_pw"), 0., 6.)
      narrow = p + "conv_pwl"
    y = self.spread(y, w, p + "conv_dw", stride, y.size(3), same)
    if stride == 1 and w[narrow + ".bias"].size(0) == x.size(3):
      return self.linear_add(y, x, w[narrow + ".weight"], w[narrow + ".bias"])
    return self.pointwise(y, w, narrow)

  def forward(self: __torch__.Tower,
    pixels: Tensor, mean: Tensor, std: Tensor, w: Dict[str, Tensor], blocks: List[int], strides: List[int], same: bool, layer: str) -> Tensor:
    # pixels: (B, side, side, 3) bytes; gives (B, dimension), unit length.
    p = "visual.trunk."
    x = self.normalize(pixels, mean, std, w[p + "conv_stem.weight"].dtype)
    x = self.spread(x, w, p + "conv_stem", 2, 1, same)
    for stage in range(len(blocks)):
      for i in range(blocks[stage]):
        stride = strides[stage] if i == 0 else 1
        x = self.inverted_residual(x, w, p + "blocks." + str(stage) + "." + str(i) + ".", stride, same)
    x = torch.clamp(self.pointwise(x, w, p + "conv_head"), 0., 6.)
    return self.project(self.mean_feature(x), w, layer)
