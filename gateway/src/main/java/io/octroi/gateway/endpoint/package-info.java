/** The configured endpoints: who may post where, by which scheme. */
@NullMarked
package io.octroi.gateway.endpoint;

import org.jspecify.annotations.NullMarked;
