package io.octroi.payment.confirmation;

/** What is asked about. */
record Subject(String provider, String kind, String reference) {}
