package io.octroi.payment.ledger;

import java.util.List;

/**
 * What came of recording a batch.
 *
 * @param fresh seen for the first time, in their order
 * @param known seen before: byte for byte, or with other bytes that were reported before
 * @param conflicting seen before, and for the first time with these other bytes
 */
public record Recorded(List<Entry> fresh, List<Entry> known, List<Entry> conflicting) {}
