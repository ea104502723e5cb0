/** How a worker signs in to its database while its password changes. */
@NullMarked
package io.octroi.messaging.login;

import org.jspecify.annotations.NullMarked;
