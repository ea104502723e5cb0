/** The one click by which people unsubscribe from mails (RFC 8058). Pure. */
@NullMarked
package io.octroi.gateway.unsubscribe;

import org.jspecify.annotations.NullMarked;
