/** What is measured: something that takes signed webhooks at an address. */
@NullMarked
package io.octroi.bench.subject;

import org.jspecify.annotations.NullMarked;
