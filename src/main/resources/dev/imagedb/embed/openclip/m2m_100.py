  def encode(self: __torch__.Tower,
    tokens: Tensor, places: Tensor, w: Dict[str, Tensor], t: str, layers: int, heads: int, eps: float) -> Tensor:
    # (1, S, W) to the same; t is the prefix of its weights' names.
    W = tokens.size(2)
    x = tokens * torch.sqrt(float(W)) + self.sinusoids(tokens.size(1), W)
    for i in range(layers):
      p = t + "layers." + str(i) + "."
      h = self.norm(x, w, p + "self_attn_layer_norm", eps)
      q = self.layer(h, w, p + "self_attn.q_proj")
      k = self.layer(h, w, p + "self_attn.k_proj")
      v = self.layer(h, w, p + "self_attn.v_proj")
      a = self.attend(q, k, v, heads, None, None)
      x = self.linear_add(a, x, w[p + "self_attn.out_proj.weight"], w[p + "self_attn.out_proj.bias"])
      h = self.norm(x, w, p + "final_layer_norm", eps)
      f = torch.relu(self.layer(h, w, p + "fc1"))  # (1, S, mlp)
      x = self.linear_add(f, x, w[p + "fc2.weight"], w[p + "fc2.bias"])
    return self.norm(x, w, t + "layer_norm", eps)

  def sinusoids(self: __torch__.Tower, S: int, W: int) -> Tensor:
    # Positions that follow one another from behind that of the padding, 1: sines, then cosines, (S, W).
    half = W // 2
    frequencies = torch.exp(torch.arange(half, dtype=6) * (-9.210340371976184 / float(half - 1)))  # ln(10000)
    angles = torch.arange(2, S + 2, dtype=6).unsqueeze(1) * frequencies.unsqueeze(0)
    return torch.cat([torch.sin(angles), torch.cos(angles)], 1)
