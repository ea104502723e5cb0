package io.octroi.messaging.batch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a statement that takes many rows through {@code unnest(?::uuid[], …)}: one array
 * a column, in the order in which they were added, so that the statement is the same for one row
 * and for a thousand. Absent values stay absent.
 *
 * <p>Times are rounded to the microseconds that PostgreSQL keeps.
 */
public final class Columns<T> {
  private final List<T> rows;
  private final List<Object> arguments = new ArrayList<>();

  private Columns(Collection<T> rows) {
    this.rows = List.copyOf(rows);
  }

  public static <T> Columns<T> of(Collection<T> rows) {
    return new Columns<>(rows);
  }

  /**
   * Adds a column of anything by its {@link Object#toString}. What is not text for PostgreSQL is
   * read by it once more: where many rows are written, ids, times and numbers have columns of their
   * own.
   */
  public Columns<T> text(Function<? super T, ? extends @Nullable Object> value) {
    @Nullable String[] column = new String[rows.size()];
    for (int i = 0; i < column.length; i++) {
      Object cell = value.apply(rows.get(i));
      column[i] = cell == null ? null : cell.toString();
    }
    arguments.add(column);
    return this;
  }

  /** Adds a column for {@code uuid[]}. */
  public Columns<T> uuids(Function<? super T, @Nullable UUID> value) {
    @Nullable UUID[] column = new UUID[rows.size()];
    fill(column, value);
    arguments.add(new UuidArray(column));
    return this;
  }

  /** Adds a column for {@code timestamptz[]}. */
  public Columns<T> instants(Function<? super T, @Nullable Instant> value) {
    @Nullable Instant[] column = new Instant[rows.size()];
    fill(column, value);
    arguments.add(new TimestampArray(column));
    return this;
  }

  /** Adds a column for {@code bigint[]}. */
  public Columns<T> longs(Function<? super T, @Nullable Long> value) {
    @Nullable Long[] column = new Long[rows.size()];
    fill(column, value);
    arguments.add(column);
    return this;
  }

  /** Adds a column for {@code integer[]}. */
  public Columns<T> integers(Function<? super T, @Nullable Integer> value) {
    @Nullable Integer[] column = new Integer[rows.size()];
    fill(column, value);
    arguments.add(column);
    return this;
  }

  /** Adds a column for {@code boolean[]}. */
  public Columns<T> booleans(Function<? super T, Boolean> value) {
    Boolean[] column = new Boolean[rows.size()];
    fill(column, value);
    arguments.add(column);
    return this;
  }

  /** Adds a column for {@code bytea[]}. */
  public Columns<T> bytes(Function<? super T, byte[]> value) {
    byte[][] column = new byte[rows.size()][];
    fill(column, value);
    arguments.add(column);
    return this;
  }

  /** Adds a value that is the same for all rows, not an array. */
  public Columns<T> same(Object value) {
    arguments.add(value instanceof Instant ? value.toString() : value);
    return this;
  }

  /** The arguments, in the order in which they were added. */
  public Object[] arguments() {
    return arguments.toArray();
  }

  private <V extends @Nullable Object> void fill(
      V[] column, Function<? super T, ? extends V> value) {
    for (int i = 0; i < column.length; i++) {
      column[i] = value.apply(rows.get(i));
    }
  }
}
