/** Named lines at which a process can be ended, to prove that it may end there. */
@NullMarked
package io.octroi.runtime.fault;

import org.jspecify.annotations.NullMarked;
