package org.retold.api.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.retold.contract.StoryEvent;

/** What happened to a story. */
@Schema(description = "What happened to a story, oldest first.")
record StoryHistory(List<StoryEvent> items) {}
