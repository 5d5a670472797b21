package org.retold.benchmarks.feeds;

import java.io.IOException;
import java.time.Instant;

/**
 * Where the deployment stands.
 *
 * @param requests that the sites were asked
 * @param memory of the ingest-service now, in bytes
 */
record Sample(Instant at, long requests, double ingestCpuSeconds, double othersCpuSeconds, long memory) {

    static Sample of(Deployment deployment, ManySites sites, Instant now) throws IOException {
        return new Sample(
                now,
                sites.requests(),
                deployment.ingestCpuSeconds(),
                deployment.othersCpuSeconds(),
                deployment.ingestMemory("VmRSS"));
    }
}
