package io.octroi.bench.report;

/**
 * What a figure is of.
 *
 * @param scenario in which it was measured
 * @param figure what was measured
 * @param subject of what
 */
public record Key(String scenario, String figure, String subject) {}
