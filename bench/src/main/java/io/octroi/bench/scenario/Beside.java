package io.octroi.bench.scenario;

/** What is measured beside the product in the same run, as far as it is there. */
public enum Beside {
  /** Reads a body and answers. */
  TOMCAT,
  /** Reads a body and answers when the broker has it. */
  PRODUCER,
  /** One process that writes a payment in one transaction before it answers, in Java. */
  JAVA,
  /** The same in Node. */
  NODE,
  /** The same by several processes of Node that share a port. */
  NODE_CLUSTER
}
