package org.retold.ingest.poll;

/**
 * What we remember of a page that was sent.
 *
 * @param substance digest of its prose
 */
public record PageCopy(String substance, Validators validators) {}
