/**
 * A real browser for tests of pages: the Chromium of this machine, without a window.
 *
 * <pre>
 * NeedsChromium (skips by name) ─▶ Browser ─▶ Reader: looks at pages, and remembers whatever went wrong on them
 * </pre>
 */
@NullMarked
package org.retold.teststack.browser;

import org.jspecify.annotations.NullMarked;
