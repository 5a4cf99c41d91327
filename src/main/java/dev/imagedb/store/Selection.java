package dev.imagedb.store;

import java.util.List;

/// Which pictures are looked at, how they are ranked, where the list ends and how it comes.
///
/// @param filters what every hit must pass; what passes is ranked as if nothing else were there
/// @param fusion how a vector's and a text's rankings become one
/// @param cutoff where the list ends, beside its limit
/// @param exact whether every vector must be compared, however many there are
/// @param explained whether hits shall say how likely they are to belong
public record Selection(
    List<Filter> filters,
    Fusion fusion,
    Cutoff cutoff,
    Order order,
    Page page,
    boolean exact,
    boolean explained) {
  public Selection {
    filters = List.copyOf(filters);
  }

  /// The best so many of all pictures.
  public static Selection best(int limit) {
    return new Selection(
        List.of(),
        Fusion.RRF,
        new Cutoff.None(),
        Order.BY_SCORE,
        Page.first(limit),
        /* exact= */ false,
        /* explained= */ false);
  }

  /// Whether anybody asks what is relevant.
  public boolean judgesRelevance() {
    return explained || cutoff instanceof Cutoff.Relevant;
  }

  public Selection exactly() {
    return new Selection(filters, fusion, cutoff, order, page, true, explained);
  }

  public Selection explaining() {
    return new Selection(filters, fusion, cutoff, order, page, exact, true);
  }

  public Selection passing(List<Filter> others) {
    return new Selection(others, fusion, cutoff, order, page, exact, explained);
  }

  public Selection endingAt(Cutoff other) {
    return new Selection(filters, fusion, other, order, page, exact, explained);
  }

  public Selection inOrder(Order other) {
    return new Selection(filters, fusion, cutoff, other, page, exact, explained);
  }

  public Selection fusedBy(Fusion other) {
    return new Selection(filters, other, cutoff, order, page, exact, explained);
  }

  public Selection at(Page other) {
    return new Selection(filters, fusion, cutoff, order, other, exact, explained);
  }
}
