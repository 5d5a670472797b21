package org.retold.api.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.retold.contract.FeedStatus;

/** The feeds. */
@Schema(description = "The feeds that are read, by title.")
record FeedList(List<FeedStatus> items) {}
