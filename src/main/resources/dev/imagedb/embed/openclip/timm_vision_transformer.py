  def complete(self: __torch__.Tower, w: Dict[str, Tensor], layers: int) -> Dict[str, Tensor]:
    # Patches as a linear layer's, (W, 3, patch, patch) to (W, 3 patch patch), and zeros for the biases that are left out.
    p = "visual.trunk.patch_embed.proj."
    w[p + "weight"] = w[p + "weight"].flatten(1, 3)
    if not ((p + "bias") in w):
      w[p + "bias"] = torch.zeros_like(w["visual.trunk.norm.bias"])
    for i in range(layers):
      b = "visual.transformer.resblocks." + str(i) + ".attn.in_proj_bias"
      if not (b in w):
        w[b] = torch.zeros_like(w["visual.trunk.norm.bias"]).repeat([3])
    if ("visual.head.weight" in w) and not ("visual.head.bias" in w):
      w["visual.head.bias"] = torch.zeros_like(w["visual.head.weight"][:, 0])
    return w

  def attention_pool(self: __torch__.Tower, x: Tensor, w: Dict[str, Tensor], heads: int, activation: str, eps: float) -> Tensor:
    # (B, S, W) to (B, 1, W).
    p = "visual.trunk.attn_pool."
    y = self.query_tokens(x, w[p + "latent"][0], w, p, heads)
    f = self.widen_features(self.norm(y, w, p + "norm", eps), w, p + "mlp.fc1", activation)  # (B, 1, mlp)
    return self.linear_add(f, y, w[p + "mlp.fc2.weight"], w[p + "mlp.fc2.bias"])

  def forward(self: __torch__.Tower,
    pixels: Tensor, mean: Tensor, std: Tensor, w: Dict[str, Tensor], layers: int, heads: int, patch: int, activation: str, eps: float,
    pool: str) -> Tensor:
    # pixels: (B, side, side, 3) bytes; gives (B, dimension), unit length.
    t = "visual.trunk."
    e = w[t + "pos_embed"]  # (1, S, W)
    x = self.patches(pixels, mean, std, patch).to(e.dtype)
    x = self.linear(x, w[t + "patch_embed.proj.weight"], w[t + "patch_embed.proj.bias"])  # (B, G G, W)
    B = x.size(0)
    W = x.size(2)
    if (t + "cls_token") in w:
      x = torch.cat([w[t + "cls_token"].expand([B, 1, W]), x], 1)
    x = x + e
    x = self.norm(x, w, t + "norm_pre", eps)
    for i in range(layers):
      x = self.block(x, w, "visual.transformer.resblocks." + str(i) + ".", heads, False, activation, eps)
    x = self.norm(x, w, t + "norm", eps)
    if pool == "MAP":
      y = self.attention_pool(x, w, heads, activation, eps)
    elif pool == "AVERAGE":
      y = torch.mean(x, [1], True)
    else:
      y = x[:, :1]
    if "visual.head.weight" in w:
      y = self.linear(y, w["visual.head.weight"], w["visual.head.bias"])
    return self.unit(y[:, 0])
