package org.retold.api.webhook;

import java.time.Duration;

/**
 * The leave to tell a webhook something, for one instance at a time.
 *
 * @param holder names the instance
 * @param term it ends so long after the last letter was taken; longer than sending one takes
 */
public record Lease(String webhookId, String holder, Duration term) {}
