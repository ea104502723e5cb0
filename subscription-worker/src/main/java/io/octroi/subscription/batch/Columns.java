package io.octroi.subscription.batch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a statement that takes many rows through {@code unnest(?::uuid[], …)}: one array
 * per column, so that the statement is the same for one row and for a thousand. Values travel as
 * text; the statement casts them.
 */
public final class Columns<T> {
  private final List<T> rows;
  private final List<Object> arguments = new ArrayList<>();

  private Columns(List<T> rows) {
    this.rows = rows;
  }

  public static <T> Columns<T> of(Collection<T> rows) {
    return new Columns<>(List.copyOf(rows));
  }

  /** The next argument: this value of every row. */
  public Columns<T> column(Function<? super T, ? extends @Nullable Object> value) {
    @Nullable String[] cells = new String[rows.size()];
    for (int i = 0; i < cells.length; i++) {
      Object cell = value.apply(rows.get(i));
      cells[i] = cell == null ? null : cell.toString();
    }
    arguments.add(cells);
    return this;
  }

  /** The next argument: one value for all rows. */
  public Columns<T> value(Object value) {
    arguments.add(value);
    return this;
  }

  public Object[] arguments() {
    return arguments.toArray();
  }
}
