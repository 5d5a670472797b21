package org.retold.normalize.page;

/** How much an element's name says that it is not the article. */
enum Noise {
    /** Nothing said. */
    NONE,
    /** Named like something around the article; believed unless much of the page's prose is inside. */
    LIKELY,
    /** Named like reader comments or hidden; believed unless nearly all of the page's prose is inside. */
    CERTAIN
}
