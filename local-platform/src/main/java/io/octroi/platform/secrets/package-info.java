/** A stand-in for AWS Secrets Manager that speaks its JSON 1.1 protocol. */
@NullMarked
package io.octroi.platform.secrets;

import org.jspecify.annotations.NullMarked;
