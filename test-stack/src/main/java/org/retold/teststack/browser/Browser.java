package org.retold.teststack.browser;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Chromium of this machine, without a window. Nothing is downloaded. */
public final class Browser implements AutoCloseable {

    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"),
            Path.of("/usr/bin/chromium-browser"),
            Path.of("/usr/bin/google-chrome"),
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    public Browser() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        // Chromium's sandbox does not work for root, as tests in containers often are.
        boolean sandbox = !"root".equals(System.getProperty("user.name"));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(installed()
                                .orElseThrow(() -> new IllegalStateException(
                                        "Chromium is not installed; @NeedsChromium" + " skips tests where it is not")))
                        .setChromiumSandbox(sandbox)
                        .setArgs(List.of("--disable-gpu", "--disable-dev-shm-usage")));
    }

    /** Whether there is one. */
    public static boolean isInstalled() {
        return installed().isPresent();
    }

    /**
     * Somebody who reads pages here.
     *
     * @param site where the pages are, as {@code http://127.0.0.1:8080}
     */
    public Reader reader(String site, Look look) {
        return new Reader(chromium, site, look);
    }

    private static Optional<Path> installed() {
        return PLACES.stream().filter(Files::isExecutable).findFirst();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
