package io.octroi.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class HtmlTest {
  private static final String HOSTILE = "<script>alert('x')</script>\"&";

  @Test
  void whatever_comes_from_outside_is_escaped() {
    // When
    String page =
        new Html(HOSTILE)
            .section(HOSTILE)
            .note(HOSTILE)
            .source(HOSTILE)
            .json(
                JsonMapper.shared()
                    .createObjectNode()
                    .put(HOSTILE, HOSTILE)
                    .putPOJO("list", List.of(HOSTILE)))
            .page();

    // Then
    assertThat(page).doesNotContain("<script>").contains("&lt;script&gt;alert(&#39;x&#39;)");
  }

  @Test
  void links_keep_what_they_lead_to_inside_their_quotes() {
    assertThat(Html.link("/story/\" onclick=\"x", "here")).doesNotContain("\" onclick");
  }

  @Test
  void objects_in_a_list_become_rows_with_the_columns_that_hold_something() {
    // When
    String page =
        new Html("t")
            .json(
                JsonMapper.shared()
                    .readTree(
                        """
                        [{"payment_id":"p1","refunded":null},{"payment_id":"p2","refunded":null}]
                        """))
            .page();

    // Then
    assertThat(page).contains("<th>payment id</th>", "<td>p1</td>", "<td>p2</td>");
    assertThat(page).doesNotContain("refunded");
  }
}
