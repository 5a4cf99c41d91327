  def block(self: __torch__.Tower,
    x: Tensor, w: Dict[str, Tensor], p: str, heads: int, causal: bool, activation: str, eps: float) -> Tensor:
    # A residual attention block; p is the prefix of its weights' names.
    return self.masked_block(x, w, p, heads, None, causal, activation, eps)

  def masked_block(self: __torch__.Tower,
    x: Tensor, w: Dict[str, Tensor], p: str, heads: int, mask: Optional[Tensor], causal: bool, activation: str, eps: float) -> Tensor:
    # mask: (S, S), false where a query must not see a key.
    B = x.size(0)
    S = x.size(1)
    W = x.size(2)
    h = torch.layer_norm(x, [W], w[p + "ln_1.weight"], w[p + "ln_1.bias"], eps)  # (B, S, W)
    qkv = self.linear(h, w[p + "attn.in_proj_weight"], w[p + "attn.in_proj_bias"])  # (B, S, 3 W)
    q, k, v = torch.unbind(qkv.view([B, S, 3, heads, W // heads]).permute([2, 0, 3, 1, 4]))  # (B, heads, S, W / heads)
    a = torch.scaled_dot_product_attention(q, k, v, mask, 0., causal)
    a = a.transpose(1, 2).reshape([B, S, W])
    out = w[p + "attn.out_proj.weight"]
    out_bias = w[p + "attn.out_proj.bias"]
    if (p + "ls_1.gamma") in w:
      x = x + self.linear(a, out, out_bias) * w[p + "ls_1.gamma"]
    else:
      x = self.linear_add(a, x, out, out_bias)
    h = torch.layer_norm(x, [W], w[p + "ln_2.weight"], w[p + "ln_2.bias"], eps)
    fc = w[p + "mlp.c_fc.weight"]
    fc_bias = w[p + "mlp.c_fc.bias"]
    if activation == "quick_gelu":
      f = self.linear(h, fc, fc_bias)
      f = f * torch.sigmoid(f * 1.702)
    else:
      f = self.linear_gelu(h, fc, fc_bias, activation)  # (B, S, mlp)
    proj = w[p + "mlp.c_proj.weight"]
    proj_bias = w[p + "mlp.c_proj.bias"]
    if (p + "ls_2.gamma") in w:
      x = x + self.linear(f, proj, proj_bias) * w[p + "ls_2.gamma"]
    else:
      x = self.linear_add(f, x, proj, proj_bias)
    return x

  def unit(self: __torch__.Tower, x: Tensor) -> Tensor:
    y = x.to(6)
    return y / torch.norm(y, 2, [-1], True)
