package org.retold.api.story;

/**
 * What was not understood in a query.
 *
 * @param name of the parameter
 * @param reason one sentence
 */
public record BadParameter(String name, String reason) {}
