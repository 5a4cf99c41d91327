  def convolve(self: __torch__.Tower, x: Tensor, w: Dict[str, Tensor], name: str, stride: int, padding: int) -> Tensor:
    return torch.conv2d(x, w[name + ".weight"], w[name + ".bias"], [stride, stride], [padding, padding])

  def bottleneck(self: __torch__.Tower, x: Tensor, w: Dict[str, Tensor], p: str, stride: int) -> Tensor:
    y = torch.relu(self.convolve(x, w, p + "conv1", 1, 0))
    y = torch.relu(self.convolve(y, w, p + "conv2", 1, 1))
    if stride > 1:
      y = torch.avg_pool2d(y, [stride, stride])
    y = self.convolve(y, w, p + "conv3", 1, 0)
    if (p + "downsample.0.weight") in w:
      if stride > 1:
        x = torch.avg_pool2d(x, [stride, stride])
      x = self.convolve(x, w, p + "downsample.0", 1, 0)
    return torch.relu(y + x)

  def pool(self: __torch__.Tower, x: Tensor, w: Dict[str, Tensor], heads: int) -> Tensor:
    # Attention pooling; only the mean's query is ever used, so only that is computed.
    B = x.size(0)
    C = x.size(1)
    p = "visual.attnpool."
    t = x.flatten(2, 3).transpose(1, 2)  # (B, H W, C)
    t = torch.cat([torch.mean(t, [1], True), t], 1) + w[p + "positional_embedding"]  # (B, 1 + H W, C)
    q = self.linear(t[:, :1], w[p + "q_proj.weight"], w[p + "q_proj.bias"]).view([B, 1, heads, C // heads]).transpose(1, 2)
    k = self.linear(t, w[p + "k_proj.weight"], w[p + "k_proj.bias"]).view([B, -1, heads, C // heads]).transpose(1, 2)
    v = self.linear(t, w[p + "v_proj.weight"], w[p + "v_proj.bias"]).view([B, -1, heads, C // heads]).transpose(1, 2)
    a = torch.scaled_dot_product_attention(q, k, v)  # (B, heads, 1, C / heads)
    return self.linear(a.transpose(1, 2).reshape([B, C]), w[p + "c_proj.weight"], w[p + "c_proj.bias"])

  def forward(self: __torch__.Tower, pixels: Tensor, mean: Tensor, std: Tensor, w: Dict[str, Tensor], blocks: List[int], heads: int) -> Tensor:
    # pixels: (B, side, side, 3) bytes; gives (B, dimension), unit length.
    x = (pixels.to(6) / 255. - mean) / std
    x = x.permute([0, 3, 1, 2]).to(w["visual.conv1.weight"].dtype)
    x = torch.relu(self.convolve(x, w, "visual.conv1", 2, 1))
    x = torch.relu(self.convolve(x, w, "visual.conv2", 1, 1))
    x = torch.relu(self.convolve(x, w, "visual.conv3", 1, 1))
    x = torch.avg_pool2d(x, [2, 2])
    for layer in range(4):
      for i in range(blocks[layer]):
        stride = 2 if layer > 0 and i == 0 else 1
        x = self.bottleneck(x, w, "visual.layer" + str(layer + 1) + "." + str(i) + ".", stride)
    return self.unit(self.pool(x, w, heads))
