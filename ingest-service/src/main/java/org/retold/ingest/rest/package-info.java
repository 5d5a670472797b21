/** The service's HTTP face: feeds, lists of feeds, the push import; errors as problem+json. */
@NullMarked
package org.retold.ingest.rest;

import org.jspecify.annotations.NullMarked;
