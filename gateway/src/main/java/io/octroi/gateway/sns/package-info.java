/** Amazon SNS, which tells of bounces and complaints. Pure but for its certificates. */
@NullMarked
package io.octroi.gateway.sns;

import org.jspecify.annotations.NullMarked;
