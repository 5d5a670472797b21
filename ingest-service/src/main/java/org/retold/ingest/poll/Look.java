package org.retold.ingest.poll;

import java.time.Instant;
import org.retold.contract.Item;

/**
 * Another look at a page that was sent: an edit does not show in a feed that tells the introduction only.
 *
 * @param item as it was sent, without its body
 * @param copy the page as it was sent last
 * @param sent when it was sent first
 * @param looks how many there were already, 0 or more
 */
public record Look(String feedId, String identity, Item item, PageCopy copy, Instant sent, int looks) {}
