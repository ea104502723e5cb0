/** A stand-in for MTN MoMo Collections, and its unsigned callbacks. */
@NullMarked
package io.octroi.platform.mtnmomo;

import org.jspecify.annotations.NullMarked;
