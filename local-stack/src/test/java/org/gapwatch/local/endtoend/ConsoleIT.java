package org.gapwatch.local.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsAttachedOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gapwatch.local.stack.Stack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operators' console in a real browser, over the real services, with events from kcat. */
@ExtendWith(SharedStack.class)
class ConsoleIT {

    private static final double PATIENCE_MS = 60_000;
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Browser browser;

    @TempDir
    Path directory;

    @BeforeAll
    static void start() {
        browser = Browser.start();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void anAlertAppearsWithoutMovingWhatIsRead(Stack stack) throws Exception {
        try (var person = person()) {
            publishAndAwait(stack, "console.before");
            var page = open(person, stack.alerts(), "#/alerts");
            assertThat(entry(page, "console.before")).containsText("Opened", patiently());
            publish(stack, "console.during");
            var news = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("new entry"));
            assertThat(news).isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MS));
            assertThat(entry(page, "console.during")).hasCount(0);
            news.click();
            assertThat(entry(page, "console.during")).containsText("12.5 short by");
            assertThat(entry(page, "console.during")).containsText("Critical");
        }
    }

    @Test
    void theBoardShowsWhatIsWorstAndTheAddressKeepsTheFilter(Stack stack) throws Exception {
        try (var person = person()) {
            publish(stack, "console.board");
            var page = open(person, stack.alerts(), "");
            var row = page.locator("tr", new Page.LocatorOptions().setHasText("console.board"));
            assertThat(row.first()).containsText("Critical", patiently());
            page.getByLabel("Search").fill("console.board");
            assertThat(page.locator("tbody tr")).hasCount(2);
            var colleague = open(person, URI.create(page.url()), "");
            assertThat(colleague.locator("tbody tr")).hasCount(2);
            assertThat(colleague.getByLabel("Search")).hasValue("console.board");
        }
    }

    @Test
    void aCutConnectionIsToldAndNothingIsMissed(Stack stack) throws Exception {
        try (var person = person(); var wire = new Wire(stack.alerts())) {
            publishAndAwait(stack, "console.cut-before");
            var page = open(person, wire.address(), "#/alerts");
            assertThat(entry(page, "console.cut-before")).isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MS));
            wire.cut();
            assertThat(page.locator("#connection")).containsText("Disconnected", patiently());
            publish(stack, "console.cut-during");
            wire.mend();
            assertThat(page.locator("#connection")).containsText("Live", patiently());
            assertIsNews(page, "console.cut-during");
        }
    }

    /** A connection that dies without a word is found out by what does not come. */
    @Test
    void aConnectionThatFellSilentIsToldAndNothingIsMissed(Stack stack) throws Exception {
        try (var person = person(); var wire = new Wire(stack.alerts())) {
            publishAndAwait(stack, "console.silent-before");
            var page = open(person, wire.address(), "#/alerts");
            assertThat(entry(page, "console.silent-before")).isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MS));
            // What is seen may have come before the stream did.
            assertThat(page.locator("#connection")).containsText("Live", patiently());
            wire.stall();
            publish(stack, "console.silent-during");
            assertThat(page.locator("#connection")).containsText("Disconnected", patiently());
            wire.mend();
            assertThat(page.locator("#connection")).containsText("Live", patiently());
            assertIsNews(page, "console.silent-during");
        }
    }

    /** Without the id of an event to go on from, the snapshot that comes instead tells what is new. */
    @Test
    void nothingIsMissedWhereTheStreamWasNeverHeard(Stack stack) throws Exception {
        try (var person = person(); var wire = new Wire(stack.alerts())) {
            publishAndAwait(stack, "console.unheard-before");
            wire.refuse("/api/alerts/stream");
            var page = open(person, wire.address(), "#/alerts");
            assertThat(entry(page, "console.unheard-before")).isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MS));
            assertThat(page.locator("#connection")).containsText("Disconnected", patiently());
            publish(stack, "console.unheard-during");
            wire.mend();
            assertIsNews(page, "console.unheard-during");
        }
    }

    @Test
    void whatOneOperatorDoesAllSee(Stack stack) throws Exception {
        try (var anna = person(); var bert = person()) {
            publishAndAwait(stack, "console.shared");
            var here = open(anna, stack.alerts(), "#/alerts");
            var there = open(bert, stack.alerts(), "#/capability/console.shared");
            button(entry(here, "console.shared"), "Acknowledge").click(patientClick());
            here.getByLabel("Name").fill("Anna");
            button(here.locator("dialog"), "Save").click();
            assertThat(entry(here, "console.shared")).containsText("Acknowledged by Anna", patiently());
            var coverage = there.locator("section[data-measure=COVERAGE]");
            assertThat(coverage).containsText("Acknowledged by Anna", patiently());

            button(coverage, "Add note").click();
            coverage.getByLabel("Note").fill("<img src=x onerror=alert(1)> is what I wrote.\nIn two lines.");
            button(coverage, "Save note").click();
            there.getByLabel("Name").fill("Bert <b>");
            button(there.locator("dialog"), "Save").click();
            assertThat(entry(here, "console.shared")).containsText("<img src=x onerror=alert(1)> is what I wrote.",
                    patiently());
            assertThat(entry(here, "console.shared")).containsText("Bert <b>");
            assertThat(here.locator("img")).hasCount(0);
            // Who has not acknowledged cannot take that back; who has, can.
            assertThat(button(coverage, "Take back")).hasCount(0);
            button(entry(here, "console.shared"), "Take back").click();
            assertThat(button(coverage, "Acknowledge")).isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MS));
        }
    }

    @Test
    void allOfItWorksByKeyboard(Stack stack) throws Exception {
        try (var person = person()) {
            publish(stack, "console.keyboard");
            var page = open(person, stack.alerts(), "");
            assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("console.keyboard")).first())
                    .isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MS));
            tabTo(page, "input[type=search]");
            page.keyboard().type("console.keyboard");
            tabTo(page, "th a");
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).hasText("console.keyboard");
            tabTo(page, ".actions button");
            page.keyboard().press("Enter");
            page.keyboard().type("Anna");
            page.keyboard().press("Enter");
            var coverage = page.locator("section[data-measure=COVERAGE]");
            assertThat(coverage).containsText("Acknowledged by Anna", patiently());
            assertThat(page.locator(":focus")).hasText("Take back");
            tabTo(page, ".actions .buttons button:last-of-type");
            page.keyboard().press("Enter");
            page.keyboard().type("Asked the plant.");
            tabTo(page, "button[type=submit]");
            page.keyboard().press("Enter");
            assertThat(coverage.locator(".notes")).containsText("Asked the plant.", patiently());
            tabTo(page, "input[type=range]");
            page.keyboard().press("End");
            assertThat(coverage.locator(".what-if")).containsText("more a month", patiently());
        }
    }

    @Test
    void whatIsOpenAndSupposedStaysWhileNumbersChange(Stack stack) throws Exception {
        try (var person = person()) {
            publish(stack, "console.reading");
            var page = open(person, stack.alerts(), "#/capability/console.reading");
            var coverage = page.locator("section[data-measure=COVERAGE]");
            var ordered = coverage.locator(".waterfall details").first();
            ordered.locator("summary").click(patientClick());
            assertThat(ordered).containsText("+12.5 due", patiently());
            coverage.getByLabel("Extra output").focus();
            page.keyboard().press("ArrowRight");
            page.keyboard().press("ArrowRight");
            ordered.locator("summary").focus();
            send(stack, Events.placed("console.reading", "order-2"));
            assertThat(coverage.locator(".figures")).containsText("25", patiently());
            assertThat(ordered.locator("li")).hasCount(2, new HasCountOptions().setTimeout(PATIENCE_MS));
            assertThat(ordered.locator("summary")).isFocused();
            assertThat(coverage.getByLabel("Extra output")).hasValue("2");
        }
    }

    @Test
    void whatEventsSayIsNeverMarkup(Stack stack) throws Exception {
        try (var person = person()) {
            var markup = "<img src=x onerror=alert(1)>";
            send(stack, Events.structured("org.gapwatch.procurement.order.placed.v1",
                    Events.orderData("console.markup", "order-1").replaceFirst("\\{",
                            "{\"note\":\"" + markup + "\",")));
            send(stack, markup);
            var page = open(person, stack.alerts(), "#/capability/console.markup");
            var ordered = page.locator(".waterfall details").first();
            ordered.locator("summary").click(patientClick());
            assertThat(ordered).containsText(markup, patiently());
            assertThat(page.locator("img")).hasCount(0);
            page.navigate(stack.alerts() + "#/sources");
            assertThat(page.locator("pre", new Page.LocatorOptions().setHasText(markup)).first()).isAttached(
                    new IsAttachedOptions().setTimeout(PATIENCE_MS));
            assertThat(page.locator("img")).hasCount(0);
        }
    }

    /** Presses Tab until what has the focus is like that. */
    private static void tabTo(Page page, String selector) {
        for (int presses = 0; presses < 100; presses++) {
            page.keyboard().press("Tab");
            if ((boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector)) {
                return;
            }
        }
        throw new AssertionError("The focus does not come to " + selector);
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator.ClickOptions patientClick() {
        return new Locator.ClickOptions().setTimeout(PATIENCE_MS);
    }

    @ParameterizedTest
    @CsvSource({"#/board, board", "#/alerts, alerts", "#/capability/console.views, capability", "#/sources, sources"})
    void everyViewIsAccessibleInLightAndDarkAndSmall(String view, String name, Stack stack) throws Exception {
        publish(stack, "console.views");
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : List.of(360, 1440)) {
                try (var person = browser.person(width, 900, scheme)) {
                    var page = open(person, stack.alerts(), view);
                    assertThat(page.locator("main .severity, main .sources").first())
                            .isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MS));
                    page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(
                            name + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png")));
                    assertThat(new AxeBuilder(page)
                            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")).analyze()
                            .getViolations()).as(name + " " + scheme + " " + width)
                            .extracting(each -> each.getId() + ": " + each.getNodes()).isEmpty();
                    assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
                }
            }
        }
    }

    /** A new entry is announced, and shown when it is asked for. */
    private static void assertIsNews(Page page, String capability) {
        var news = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("new entr"));
        assertThat(news).isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MS));
        news.click();
        assertThat(entry(page, capability)).isVisible();
    }

    private static BrowserContext person() {
        return browser.person(1280, 800, ColorScheme.LIGHT);
    }

    /** Opens a page, which fails the test where the page logs an error or asks another host. */
    private static Page open(BrowserContext person, URI address, String view) {
        var page = person.newPage();
        List<String> wrong = new ArrayList<>();
        page.onPageError(wrong::add);
        page.onDialog(dialog -> wrong.add(dialog.message()));
        page.onRequest(request -> {
            if (!URI.create(request.url()).getHost().equals("127.0.0.1")) {
                wrong.add(request.url());
            }
        });
        page.navigate(address.resolve("/") + (view.isEmpty() ? fragment(address) : view));
        page.onClose(_ -> assertThat(wrong).isEmpty());
        return page;
    }

    private static String fragment(URI address) {
        return address.getRawFragment() == null ? "" : "#" + address.getRawFragment();
    }

    private static Locator entry(Page page, String capability) {
        return page.locator("li.entry", new Page.LocatorOptions().setHasText(capability));
    }

    private static ContainsTextOptions patiently() {
        return new ContainsTextOptions().setTimeout(PATIENCE_MS);
    }

    private void publish(Stack stack, String capability) throws IOException, InterruptedException {
        send(stack, Events.placed(capability, "order-1"));
    }

    /** Returns once REST tells the alert: a page that is opened later has it from the beginning. */
    private void publishAndAwait(Stack stack, String capability) throws IOException, InterruptedException {
        publish(stack, capability);
        var asked = HttpRequest.newBuilder(stack.alerts().resolve("/api/alerts?capability=" + capability)).build();
        await().atMost(Duration.ofMinutes(1)).until(
                () -> HTTP.send(asked, HttpResponse.BodyHandlers.ofString()).body().contains("\"ACTIVE\""));
    }

    private void send(Stack stack, String value) throws IOException, InterruptedException {
        Program.assumeInstalled("kcat");
        Program.run(directory, value,
                List.of("kcat", "-b", stack.bootstrapServers(), "-P",
                        "-t", "gapwatch.intake.procurement", "-H", "content-type=application/cloudevents+json"));
    }
}
