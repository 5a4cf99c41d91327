  def query_tokens(self: __torch__.Tower, x: Tensor, queries: Tensor, w: Dict[str, Tensor], p: str, heads: int) -> Tensor:
    # Learned queries, (Q, W), attend to all tokens, (B, S, C); gives (B, Q, W).
    B = x.size(0)
    S = x.size(1)
    Q = queries.size(0)
    W = queries.size(1)
    q = self.linear(queries, w[p + "q.weight"], w[p + "q.bias"])
    q = q.view([1, Q, heads, W // heads]).transpose(1, 2).expand([B, heads, Q, W // heads])
    kv = self.linear(x, w[p + "kv.weight"], w[p + "kv.bias"])  # (B, S, 2 W)
    k, v = torch.unbind(kv.view([B, S, 2, heads, W // heads]).permute([2, 0, 3, 1, 4]))  # (B, heads, S, W / heads)
    a = torch.scaled_dot_product_attention(q, k, v).transpose(1, 2).reshape([B, Q, W])
    return self.linear(a, w[p + "proj.weight"], w[p + "proj.bias"])
