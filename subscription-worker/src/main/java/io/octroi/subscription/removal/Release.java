package io.octroi.subscription.removal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Leave to put members out whatever stands in the way: asked for by one person, approved by
 * another, for members whose time was over when it was asked for.
 *
 * @param family of which family; absent for all
 * @param maxCount how many at most
 * @param validUntil nobody is put out by it from then on
 * @param used how many were put out by it
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Release(
    UUID releaseId,
    @Nullable String family,
    int maxCount,
    Instant validUntil,
    String reason,
    String requestedBy,
    Instant requestedAt,
    @Nullable String approvedBy,
    @Nullable Instant approvedAt,
    int used) {

  /** How many more may be put out by it. */
  public int left() {
    return maxCount - used;
  }
}
