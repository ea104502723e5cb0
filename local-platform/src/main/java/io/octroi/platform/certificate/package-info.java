/** Throw-away X.509 certificates, made in memory for providers that sign with them. */
@NullMarked
package io.octroi.platform.certificate;

import org.jspecify.annotations.NullMarked;
