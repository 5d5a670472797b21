package org.retold.dedupe.shard;

import org.retold.contract.Article.Completeness;
import org.retold.dedupe.article.Arrival;
import org.retold.dedupe.view.View;

/** A kept article: the one record that a shard has of it. */
public record ShelvedView(Arrival arrival, Completeness completeness, View view) {}
