  def encode(self: __torch__.Tower,
    tokens: Tensor, places: Tensor, w: Dict[str, Tensor], t: str, layers: int, heads: int, eps: float) -> Tensor:
    # (1, S, W) to the same; t is the prefix of its weights' names. Every third layer sees all of the text, the others what is near.
    W = tokens.size(2)
    x = torch.layer_norm(tokens, [W], w[t + "embeddings.norm.weight"], None, eps)
    near = torch.le(torch.abs(places.unsqueeze(0) - places.unsqueeze(1)), 64)  # (S, S)
    wide = self.angles(places, W // heads, 160000.)
    narrow = self.angles(places, W // heads, 10000.)
    for i in range(layers):
      p = t + "layers." + str(i) + "."
      h = x
      if i > 0:
        h = torch.layer_norm(x, [W], w[p + "attn_norm.weight"], None, eps)
      q, k, v = torch.chunk(self.linear(h, w[p + "attn.Wqkv.weight"], None), 3, -1)
      if i % 3 == 0:
        a = self.attend(self.rotated(q, wide, heads), self.rotated(k, wide, heads), v, heads, None, None)
      else:
        a = self.attend(self.rotated(q, narrow, heads), self.rotated(k, narrow, heads), v, heads, near, None)
      x = self.linear_add(a, x, w[p + "attn.Wo.weight"], None)
      h = torch.layer_norm(x, [W], w[p + "mlp_norm.weight"], None, eps)
      f, gate = torch.chunk(self.linear(h, w[p + "mlp.Wi.weight"], None), 2, -1)  # (1, S, mlp)
      x = self.linear_add(torch.gelu(f, approximate="none") * gate, x, w[p + "mlp.Wo.weight"], None)
    return torch.layer_norm(x, [W], w[t + "final_norm.weight"], None, eps)

  def angles(self: __torch__.Tower, places: Tensor, D: int, base: float) -> Tensor:
    # By how much each place turns each pair of a head's features, (S, 1, D / 2).
    exponents = torch.arange(0, D, 2, dtype=6) / float(D)
    return (places.to(6).unsqueeze(1) / torch.pow(base, exponents)).unsqueeze(1)

  def rotated(self: __torch__.Tower, x: Tensor, angles: Tensor, heads: int) -> Tensor:
    # (1, S, W), of whose heads the first half of features pairs with the second.
    a, b = torch.chunk(x.view([1, x.size(1), heads, -1]), 2, -1)  # (1, S, heads, D / 2)
    c = torch.cos(angles)
    s = torch.sin(angles)
    return torch.cat([a * c - b * s, b * c + a * s], -1).flatten(2, 3)
