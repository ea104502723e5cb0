/** Holds the chart against its rules; everything is among the tests. */
@NullMarked
package io.octroi.helm;

import org.jspecify.annotations.NullMarked;
