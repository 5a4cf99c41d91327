  def join(self: __torch__.Tower, w: Dict[str, Tensor], layers: int, patches: int) -> Dict[str, Tensor]:
    # What is stored apart and used together becomes one: queries, keys and values, whose biases may be left out, a gate
    # with what goes through it, and the class token with its position.
    for i in range(layers):
      a = "visual.transformer.resblocks." + str(i) + ".attn."
      if (a + "q_weight") in w:
        w[a + "in_proj_weight"] = torch.cat([w.pop(a + "q_weight"), w.pop(a + "k_weight"), w.pop(a + "v_weight")])
      if not ((a + "in_proj_bias") in w):
        zero = torch.zeros_like(w[a + "out_proj.bias"])
        query = w.pop(a + "q_bias") if (a + "q_bias") in w else zero
        value = w.pop(a + "v_bias") if (a + "v_bias") in w else zero
        w[a + "in_proj_bias"] = torch.cat([query, zero, value])
      m = "visual.transformer.resblocks." + str(i) + ".mlp."
      if (m + "g.weight") in w:
        w[m + "c_fc.weight"] = torch.cat([w.pop(m + "g.weight"), w.pop(m + "x.weight")])
        w[m + "c_fc.bias"] = torch.cat([w.pop(m + "g.bias"), w.pop(m + "x.bias")])
    e = w["visual.trunk.pos_embed"]
    if e.size(1) > patches:
      w["visual.trunk.cls_token"] = w["visual.trunk.cls_token"] + e[:, :1]
      w["visual.trunk.pos_embed"] = e[:, 1:]
    return w

  def embed_patches(self: __torch__.Tower, x: Tensor, w: Dict[str, Tensor], patch: int) -> Tensor:
    # (B, side, side, 3) to (B, G G, W): by one layer, or by three, which halve the side after the first.
    p = "visual.trunk.patch_embed."
    b = p + "backbone."
    if (p + "proj.weight") in w:
      bias = annotate(Optional[Tensor], None)
      if (p + "proj.bias") in w:
        bias = w[p + "proj.bias"]
      x = self.linear(self.patches(x, patch), w[p + "proj.weight"], bias)
    else:
      x = self.linear_gelu(self.patches(x, patch // 4), w[b + "0.conv.weight"], w[b + "0.conv.bias"], "none")
      x = self.linear_gelu(self.patches(x, 2), w[b + "1.conv.weight"], w[b + "1.conv.bias"], "none")
      x = self.linear(self.patches(x, 2), w[b + "2.conv.weight"], w[b + "2.conv.bias"])
    return x.flatten(1, 2)

  def rotations(self: __torch__.Tower,
    grid: int, trained: int, offset: float, columns_first: bool, class_token: bool, features: int) -> Tensor:
    # Complex numbers of unit length, by which each token's features are turned, (S, features / 2): half of them tell a
    # patch's row, half its column. The class token's are left as they are.
    bands = torch.pow(10000., torch.arange(features // 4).to(6) / -(features // 4))  # (features / 4)
    places = (torch.arange(grid).to(6) + offset) / grid * trained
    angles = places.unsqueeze(1) * bands  # (G, features / 4)
    rows = angles.unsqueeze(1).expand([grid, grid, -1])
    columns = angles.unsqueeze(0).expand([grid, grid, -1])
    a = torch.cat([columns, rows] if columns_first else [rows, columns], -1).flatten(0, 1)
    if class_token:
      a = torch.cat([torch.zeros_like(a[:1]), a])
    return torch.polar(torch.ones_like(a), a)

  def attention_pool(self: __torch__.Tower, x: Tensor, w: Dict[str, Tensor], heads: int, activation: str, eps: float) -> Tensor:
    # (B, S, W) to (B, 1, W).
    p = "visual.trunk.attn_pool."
    y = self.query_tokens(x, w[p + "latent"][0], w, p, heads)
    f = self.widen_features(self.norm(y, w, p + "norm", eps), w, p + "mlp.fc1", activation)  # (B, 1, mlp)
    return self.linear_add(f, y, w[p + "mlp.fc2.weight"], w[p + "mlp.fc2.bias"])

  def forward(self: __torch__.Tower,
    pixels: Tensor, mean: Tensor, std: Tensor, w: Dict[str, Tensor], layers: int, heads: int, patch: int,
    rope_grid: int, rope_offset: float, columns_first: bool, activation: str, eps: float,
    class_token: bool, pool_heads: int, layer: str) -> Tensor:
    # pixels: (B, side, side, 3) bytes; gives (B, dimension), unit length.
    t = "visual.trunk."
    e = w[t + "pos_embed"]  # (1, G G, W)
    x = self.embed_patches(self.normalize(pixels, mean, std, e.dtype), w, patch) + e
    W = x.size(2)
    if class_token:
      x = torch.cat([w[t + "cls_token"].expand([x.size(0), 1, W]), x], 1)
    x = self.norm(x, w, t + "norm_pre", eps)
    rotation = annotate(Optional[Tensor], None)
    if rope_grid > 0:
      rotation = self.rotations(pixels.size(1) // patch, rope_grid, rope_offset, columns_first, class_token, W // heads)
    for i in range(layers):
      x = self.block(x, w, "visual.transformer.resblocks." + str(i) + ".", heads, False, None, rotation, activation, eps)
    attends = (t + "attn_pool.latent") in w
    if class_token and not attends:
      x = x[:, :1]
    x = self.norm(x, w, t + "norm", eps)
    if attends:
      x = self.attention_pool(x, w, pool_heads, activation, eps)
    return self.project(torch.mean(x, [1]), w, layer)
