package io.octroi.operations.audit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a controller's method that changes nothing when the query says {@code dry_run=true}; such a
 * call needs no reason. A dry run of any other method is refused, so that nobody who asks for one
 * changes something.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface DryRunnable {}
