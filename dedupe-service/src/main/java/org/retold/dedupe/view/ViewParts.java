package org.retold.dedupe.view;

import org.jspecify.annotations.Nullable;
import org.retold.contract.Credits;
import org.retold.contract.Published;

/** What a view is made of, while it is made. */
final class ViewParts {

    String articleId = "";
    String revision = "";
    String language = "";
    Credits credits = Credits.NONE;

    @Nullable
    Published published;

    int words;
    int agencies;
    int[] hashes = {};
    byte[] kinds = {};
    byte[] weights = {};
    int[] cognates = {};
    String surfaces = "";
    short[] surfaceEnds = {};
    short[] sequence = {};
    short[] sentenceEnds = {};
    int[] sentenceParagraphs = {};
    int[] sentenceFrom = {};
    int[] sentenceTo = {};
    short[] quotes = {};
    short[] shingles = {};
}
