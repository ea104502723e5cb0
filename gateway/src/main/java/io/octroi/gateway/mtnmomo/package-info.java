/** MTN MoMo: unsigned callbacks, taken as hints. Pure. */
@NullMarked
package io.octroi.gateway.mtnmomo;

import org.jspecify.annotations.NullMarked;
