package io.octroi.operations.access;

/**
 * Who calls; a controller may take it as a parameter.
 *
 * @param name as configured; goes into the audit log
 */
public record Operator(String name) {}
