package org.retold.teststack.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/** The tests look at pages with Chromium, and are skipped by name where it is not installed. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf(
        value = "org.retold.teststack.browser.Browser#isInstalled",
        disabledReason = "Chromium is not installed; Debian: apt install chromium")
public @interface NeedsChromium {}
