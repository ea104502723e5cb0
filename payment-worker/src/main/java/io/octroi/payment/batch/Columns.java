package io.octroi.payment.batch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns rows into the arrays that {@code unnest(?::text[], …)} takes. Everything but bytes travels
 * as text, which PostgreSQL casts; absent values stay absent.
 */
public final class Columns<T> {
  private final List<T> rows;
  private final List<Object> arrays = new ArrayList<>();

  private Columns(Collection<T> rows) {
    this.rows = List.copyOf(rows);
  }

  public static <T> Columns<T> of(Collection<T> rows) {
    return new Columns<>(rows);
  }

  /** Adds a column of anything whose text PostgreSQL can cast: numbers, ids, instants. */
  public Columns<T> text(Function<T, ? extends @Nullable Object> value) {
    @Nullable String[] column = new String[rows.size()];
    for (int i = 0; i < column.length; i++) {
      Object cell = value.apply(rows.get(i));
      column[i] = cell == null ? null : cell.toString();
    }
    arrays.add(column);
    return this;
  }

  public Columns<T> bytes(Function<T, byte[]> value) {
    arrays.add(rows.stream().map(value).toArray(byte[][]::new));
    return this;
  }

  /** A value that is the same for all rows, not an array. */
  public Columns<T> same(Object value) {
    arrays.add(value.toString());
    return this;
  }

  /** The arguments, in the order in which they were added. */
  public Object[] arguments() {
    return arrays.toArray();
  }
}
