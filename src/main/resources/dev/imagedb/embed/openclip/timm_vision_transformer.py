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
    # A learned query attends to all patches; (B, S, W) to (B, 1, W).
    p = "visual.trunk.attn_pool."
    B = x.size(0)
    S = x.size(1)
    W = x.size(2)
    q = self.linear(w[p + "latent"], w[p + "q.weight"], w[p + "q.bias"])  # (1, 1, W)
    q = q.view([1, 1, heads, W // heads]).transpose(1, 2).expand([B, heads, 1, W // heads])
    kv = self.linear(x, w[p + "kv.weight"], w[p + "kv.bias"])  # (B, S, 2 W)
    k, v = torch.unbind(kv.view([B, S, 2, heads, W // heads]).permute([2, 0, 3, 1, 4]))  # (B, heads, S, W / heads)
    a = torch.scaled_dot_product_attention(q, k, v).transpose(1, 2).reshape([B, 1, W])
    y = self.linear(a, w[p + "proj.weight"], w[p + "proj.bias"])
    h = torch.layer_norm(y, [W], w[p + "norm.weight"], w[p + "norm.bias"], eps)
    f = self.linear_gelu(h, w[p + "mlp.fc1.weight"], w[p + "mlp.fc1.bias"], activation)  # (B, 1, mlp)
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
    if (t + "norm_pre.weight") in w:
      x = torch.layer_norm(x, [W], w[t + "norm_pre.weight"], w[t + "norm_pre.bias"], eps)
    for i in range(layers):
      x = self.block(x, w, "visual.transformer.resblocks." + str(i) + ".", heads, False, activation, eps)
    x = torch.layer_norm(x, [W], w[t + "norm.weight"], w[t + "norm.bias"], eps)
    if pool == "MAP":
      y = self.attention_pool(x, w, heads, activation, eps)
    elif pool == "AVERAGE":
      y = torch.mean(x, [1], True)
    else:
      y = x[:, :1]
    if "visual.head.weight" in w:
      y = self.linear(y, w["visual.head.weight"], w["visual.head.bias"])
    return self.unit(y[:, 0])
