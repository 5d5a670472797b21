package org.retold.benchmarks.topology;

/**
 * What the service keeps, in bytes.
 *
 * @param articles decided so far
 * @param heap in use after a collection, the whole process
 * @param disk local state
 * @param changelogs of the same on the broker, one replica
 */
record Footprint(long articles, long heap, long disk, long changelogs) {}
