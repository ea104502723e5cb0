/** What is done in a cluster before the services: topics, and roles of the database. */
@NullMarked
package io.octroi.jobs;

import org.jspecify.annotations.NullMarked;
