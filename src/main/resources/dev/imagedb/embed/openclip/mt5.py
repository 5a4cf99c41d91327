  def encode(self: __torch__.Tower,
    tokens: Tensor, places: Tensor, w: Dict[str, Tensor], t: str, layers: int, heads: int, eps: float) -> Tensor:
    # (1, S, W) to the same; t is the prefix of its weights' names. Logits are not scaled: the weights are.
    x = tokens
    table = w[t + "block.0.layer.0.SelfAttention.relative_attention_bias.weight"]  # (buckets, heads)
    bias = table[self.buckets(places)].permute([2, 0, 1]).unsqueeze(0)  # (1, heads, S, S)
    for i in range(layers):
      p = t + "block." + str(i) + ".layer."
      h = self.rms_norm(x, w[p + "0.layer_norm.weight"], eps)
      q = self.linear(h, w[p + "0.SelfAttention.q.weight"], None)  # (1, S, heads headWidth)
      k = self.linear(h, w[p + "0.SelfAttention.k.weight"], None)
      v = self.linear(h, w[p + "0.SelfAttention.v.weight"], None)
      a = self.attend(q, k, v, heads, bias, 1.)
      x = self.linear_add(a, x, w[p + "0.SelfAttention.o.weight"], None)
      h = self.rms_norm(x, w[p + "1.layer_norm.weight"], eps)
      f = self.linear_gelu(h, w[p + "1.DenseReluDense.wi_0.weight"], None, "tanh")  # (1, S, mlp)
      f = f * self.linear(h, w[p + "1.DenseReluDense.wi_1.weight"], None)
      x = self.linear_add(f, x, w[p + "1.DenseReluDense.wo.weight"], None)
    return self.rms_norm(x, w[t + "final_layer_norm.weight"], eps)

  def rms_norm(self: __torch__.Tower, x: Tensor, weight: Tensor, eps: float) -> Tensor:
    return x * torch.rsqrt(torch.mean(x * x, [-1], True) + eps) * weight

  def buckets(self: __torch__.Tower, places: Tensor) -> Tensor:
    # Which of 32 distances a key has from a query, (S, S): 16 for those before and as many for those after, of which 8 are exact and 8 grow up to 128.
    distance = places.unsqueeze(0) - places.unsqueeze(1)
    after = torch.gt(distance, 0).to(4) * 16
    near = torch.abs(distance)
    far = (torch.log(near.to(6) / 8.) / 2.772588722239781 * 8.).to(4) + 8  # ln(128 / 8)
    return after + torch.where(torch.lt(near, 8), near, torch.clamp(far, None, 15))
