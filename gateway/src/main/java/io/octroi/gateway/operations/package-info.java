/** What operators can ask the gateway and have it do, on the management port only. */
@NullMarked
package io.octroi.gateway.operations;

import org.jspecify.annotations.NullMarked;
