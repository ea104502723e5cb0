/** Tries what the images are made of; everything is among the tests. */
@NullMarked
package io.octroi.images;

import org.jspecify.annotations.NullMarked;
