package org.retold.normalize.takedown;

/**
 * Where an item is.
 *
 * @param partition of the items topic
 * @param offset in that partition
 */
public record Place(int partition, long offset) {}
