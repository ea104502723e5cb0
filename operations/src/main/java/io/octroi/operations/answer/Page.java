package io.octroi.operations.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a list.
 *
 * @param next goes on where it ends, as the parameter {@code before}; absent at the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<V>(
    @JsonProperty("items") List<V> items, @JsonProperty("next") @Nullable String next) {
  /** Rows of one page, at most. */
  public static final int MAX = 500;

  /** How many rows to read for a page: one more tells whether there is another page. */
  public static int toRead(int asked) {
    return asked + 1;
  }

  /**
   * Makes a page of rows that were read with {@link #toRead}.
   *
   * @param asked how many the caller wants
   * @param position what the next page begins after
   */
  public static <R, V> Page<V> of(
      List<R> rows, int asked, Function<R, V> view, Function<R, Object> position) {
    boolean more = rows.size() > asked;
    List<R> shown = more ? rows.subList(0, asked) : rows;
    return new Page<>(
        shown.stream().map(view).toList(),
        more ? position.apply(shown.getLast()).toString() : null);
  }
}
