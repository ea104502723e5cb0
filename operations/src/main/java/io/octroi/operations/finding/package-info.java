/** What needs a person: conditions of the system, kept until they are gone. */
@NullMarked
package io.octroi.operations.finding;

import org.jspecify.annotations.NullMarked;
