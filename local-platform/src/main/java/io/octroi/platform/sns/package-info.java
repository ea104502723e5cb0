/** Signs messages as Amazon SNS does. */
@NullMarked
package io.octroi.platform.sns;

import org.jspecify.annotations.NullMarked;
