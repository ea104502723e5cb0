/** JPA where operators ask for it. */
@NullMarked
package io.octroi.operations.jpa;

import org.jspecify.annotations.NullMarked;
