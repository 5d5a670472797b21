package org.retold.local.demo;

/**
 * An article at its place on its outlet's site.
 *
 * @param number unique over all outlets; SPIP's addresses have it
 * @param path its address on the site, from the slash on
 */
record Entry(int number, String path, DemoArticle article) {}
