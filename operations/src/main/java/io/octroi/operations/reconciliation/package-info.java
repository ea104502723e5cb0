/** Two records of the same things are held against each other; what differs is a finding. */
@NullMarked
package io.octroi.operations.reconciliation;

import org.jspecify.annotations.NullMarked;
