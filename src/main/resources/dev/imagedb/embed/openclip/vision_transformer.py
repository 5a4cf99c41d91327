  def forward(self: __torch__.Tower,
    pixels: Tensor, mean: Tensor, std: Tensor, w: Dict[str, Tensor], layers: int, heads: int, patch: int, activation: str, eps: float,
    pool: str, norm_after_pool: bool) -> Tensor:
    # pixels: (B, side, side, 3) bytes; gives (B, dimension), unit length.
    B = pixels.size(0)
    x = self.patches(pixels, mean, std, patch)
    embedding = w["visual.positional_embedding"]  # (1 + G G, W)
    x = self.linear(x.to(embedding.dtype), w["visual.conv1.weight"], None)  # (B, G G, W)
    W = x.size(2)
    c = w["visual.class_embedding"].view([1, 1, W]).expand([B, 1, W])
    x = torch.cat([c, x], 1) + embedding  # (B, 1 + G G, W)
    if "visual.ln_pre.weight" in w:
      x = torch.layer_norm(x, [W], w["visual.ln_pre.weight"], w["visual.ln_pre.bias"], eps)
    for i in range(layers):
      x = self.block(x, w, "visual.transformer.resblocks." + str(i) + ".", heads, False, activation, eps)
    g = w["visual.ln_post.weight"]
    b = w["visual.ln_post.bias"]
    if pool == "avg":
      if norm_after_pool:
        y = torch.layer_norm(torch.mean(x[:, 1:], [1]), [W], g, b, eps)
      else:
        y = torch.mean(torch.layer_norm(x[:, 1:], [W], g, b, eps), [1])
    else:
      y = torch.layer_norm(x[:, 0], [W], g, b, eps)
    return self.unit(torch.matmul(y, w["visual.proj"]))

  def resize_positions(self: __torch__.Tower, w: Dict[str, Tensor], grid: int) -> Dict[str, Tensor]:
    # (1 + old old, W) to (1 + grid grid, W), as resize_pos_embed in OpenCLIP's model.py does it.
    e = w["visual.positional_embedding"]
    W = e.size(1)
    old = int(torch.sqrt(float(e.size(0) - 1)) + 0.5)
    p = e[1:].reshape([1, old, old, W]).permute([0, 3, 1, 2])
    p = torch._upsample_bicubic2d_aa(p, [grid, grid], False, None, None)
    w["visual.positional_embedding"] = torch.cat([e[:1], p.permute([0, 2, 3, 1]).reshape([grid * grid, W])], 0)
    return w

  def flatten_patches(self: __torch__.Tower, w: Dict[str, Tensor]) -> Dict[str, Tensor]:
    # A convolution whose stride is its own size is a linear layer over patches: (W, 3, patch, patch) to (W, 3 patch patch).
    w["visual.conv1.weight"] = w["visual.conv1.weight"].flatten(1, 3)
    return w
