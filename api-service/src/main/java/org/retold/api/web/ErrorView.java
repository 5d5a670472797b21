package org.retold.api.web;

/** What went wrong, for people. */
record ErrorView(int status, String title, String text) {}
