/** Child processes, their pid files, the ports and directories they hold. */
@NullMarked
package io.octroi.platform.process;

import org.jspecify.annotations.NullMarked;
