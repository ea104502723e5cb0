package io.octroi.local.demo;

import java.time.Duration;

/**
 * When no worker runs; the gateway goes on.
 *
 * @param after how long after the purchase
 * @param length how long
 */
public record Pause(Duration after, Duration length) {}
