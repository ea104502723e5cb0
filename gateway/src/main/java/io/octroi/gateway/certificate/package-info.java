/** Certificates that prove who signed a webhook: where from, by whom, for whom, until when. */
@NullMarked
package io.octroi.gateway.certificate;

import org.jspecify.annotations.NullMarked;
