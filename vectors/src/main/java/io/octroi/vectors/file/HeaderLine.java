package io.octroi.vectors.file;

/** One header line, as it is written. */
public record HeaderLine(String name, String value) {}
