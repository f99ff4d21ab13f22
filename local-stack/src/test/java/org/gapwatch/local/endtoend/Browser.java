package org.gapwatch.local.endtoend;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The machine's own Chromium, without a window. */
final class Browser implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    // As root it runs without its sandbox only; the rest keeps it from asking hosts that a test has no business with.
    private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;

    private Browser(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(
                new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(ARGUMENTS));
    }

    /** Starts it; skips the test, saying why, where there is none. */
    static Browser start() {
        var found = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name))).filter(Files::isExecutable)
                .findFirst();
        assumeTrue(found.isPresent(), "Chromium is not installed");
        return new Browser(found.orElseThrow());
    }

    /** A person of their own, with a screen of that size. */
    BrowserContext person(int width, int height, ColorScheme scheme) {
        return browser
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(width, height)
                        .setColorScheme(scheme).setLocale("en-GB").setTimezoneId("Pacific/Auckland"));
    }

    @Override
    public void close() {
        Stream.of(browser, playwright).forEach(Browser::end);
    }

    private static void end(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
