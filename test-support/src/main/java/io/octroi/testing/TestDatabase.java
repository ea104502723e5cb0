package io.octroi.testing;

/**
 * A schema with an owner, as a service gets it.
 *
 * @param jdbcUrl where it is; the role's search path leads to the schema
 */
public record TestDatabase(String jdbcUrl, String username, String password) {}
