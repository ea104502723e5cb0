/** The operators' commands: one class a group of commands, over the services' endpoints. */
@NullMarked
package io.octroi.cli;

import org.jspecify.annotations.NullMarked;
