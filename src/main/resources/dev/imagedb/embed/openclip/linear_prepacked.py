  def pack(self: __torch__.Tower, w: Dict[str, Tensor], name: str) -> Dict[str, Tensor]:
    # oneDNN's own blocked layout: the reordering is paid once instead of in every call.
    w[name] = ops.mkldnn._reorder_linear_weight(w[name], None)
    return w

  def linear(self: __torch__.Tower, x: Tensor, weight: Tensor, bias: Optional[Tensor]) -> Tensor:
    return ops.mkldnn._linear_pointwise(x, weight, bias, "none", annotate(List[Optional[number]], []), "")

  def linear_add(self: __torch__.Tower, x: Tensor, residual: Tensor, weight: Tensor, bias: Optional[Tensor]) -> Tensor:
    return ops.mkldnn._linear_pointwise(x, residual, weight, bias, "add")

  def linear_gelu(self: __torch__.Tower, x: Tensor, weight: Tensor, bias: Optional[Tensor], approximate: str) -> Tensor:
    return ops.mkldnn._linear_pointwise(x, weight, bias, "gelu", annotate(List[Optional[number]], []), approximate)
