package org.retold.local.tail;

/**
 * What a record says.
 *
 * @param kind one word
 * @param story id of the story it is about, empty where it is about none or that is not known
 * @param words what happened, in one sentence without a full stop
 */
public record Told(String kind, String story, String words) {}
