package org.gapwatch.local.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsAttachedOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsHiddenOptions;
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
import java.util.regex.Pattern;
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
            // No other party makes any, so that there is no output to compare.
            assertThat(page.locator("tbody tr")).hasCount(1);
            page.getByLabel("also what is empty").check();
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
            coverage.getByLabel("Note").press("Control+Enter");
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
            assertThat(coverage.locator(".waterfall caption")).containsText("nothing missing as of");
            assertThat(coverage.locator(".waterfall caption")).containsText("12.5 missing now.");
            assertThat(coverage.locator(".u-legend").first()).containsText("12.5");
            coverage.getByLabel("Extra output").focus();
            page.keyboard().press("ArrowRight");
            page.keyboard().press("ArrowRight");
            ordered.locator("summary").focus();
            send(stack, Events.placed("console.reading", "order-2"));
            assertThat(coverage.locator(".figures")).containsText("25", patiently());
            assertThat(ordered.locator("li")).hasCount(2, new HasCountOptions().setTimeout(PATIENCE_MS));
            assertThat(ordered.locator("summary")).isFocused();
            assertThat(coverage.getByLabel("Extra output")).hasValue("0.02");
        }
    }

    @Test
    void whatIsSupposedStaysWhereTheBoardComesLate(Stack stack) throws Exception {
        try (var person = person()) {
            // What it counts is told by the catalogue, and so by the board.
            publishAndAwait(stack, "cyber.encryption-device");
            List<Route> held = new ArrayList<>();
            person.route(address -> address.endsWith("/api/capabilities"), held::add);
            var page = open(person, stack.alerts(), "#/capability/cyber.encryption-device");
            var output = page.locator("section[data-measure=COVERAGE]").getByLabel("Extra output");
            output.press("End", new Locator.PressOptions().setTimeout(PATIENCE_MS));
            var supposed = output.inputValue();
            assertThat(supposed).isNotEqualTo("0");
            page.waitForCondition(() -> !held.isEmpty());
            held.forEach(Route::resume);
            assertThat(page.locator("section[data-measure=COVERAGE] output")).hasText(supposed + " devices a month",
                    new HasTextOptions().setTimeout(PATIENCE_MS));
            assertThat(output).hasValue(supposed);
        }
    }

    /** A day has one transition of an alert: what becomes of it during the day is told nevertheless. */
    @Test
    void whatWorsensOnTheDayOnWhichItOpenedIsNews(Stack stack) throws Exception {
        try (var person = person()) {
            send(stack, "gapwatch.intake.production", Events.structured("org.gapwatch.production.line.opened.v1",
                    "{\"lineId\":\"console.day:line\",\"capability\":\"console.day\",\"opensOn\":\"%s\",\"monthlyCapacity\":30}"
                            .formatted(Events.today())));
            send(stack, Events.structured("org.gapwatch.procurement.order.placed.v1",
                    Events.orderData("console.day", "order-1").replace("12.5", "100")));
            await().atMost(Duration.ofMinutes(1)).until(() -> alertsOf(stack, "console.day").contains("\"ACTIVE\""));
            var page = open(person, stack.alerts(), "#/alerts");
            assertThat(entry(page, "console.day")).containsText("Opened", patiently());
            assertThat(entry(page, "console.day")).not().containsText("Critical");
            assertThat(page.locator("#connection")).containsText("Live", patiently());
            send(stack, Events.structured("org.gapwatch.procurement.order.amended.v1",
                    Events.orderData("console.day", "order-1").replace("12.5", "1000")));
            var news = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("new entr"));
            assertThat(news).isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MS));
            assertThat(entry(page, "console.day")).containsText("Opened");
            news.click();
            assertThat(page.locator("li.entry").first()).containsText("Worsened");
            assertThat(page.locator("li.entry").first()).containsText("Critical");
            // Mere numbers move nothing.
            send(stack, Events.structured("org.gapwatch.procurement.order.amended.v1",
                    Events.orderData("console.day", "order-1").replace("12.5", "1001")));
            assertThat(entry(page, "console.day")).containsText("940 short", patiently());
            assertThat(news).isHidden();
        }
    }

    /** A row is marked as long as its alert is active, whatever comes to be known of alerts of the past. */
    @Test
    void whatIsOverLongAgoDoesNotHideWhatIsActive(Stack stack) throws Exception {
        try (var person = person()) {
            publishAndAwait(stack, "console.past");
            var page = open(person, stack.alerts(), "#/board?q=console.past");
            assertThat(page.locator("tbody tr").first()).containsText("Critical", patiently());
            assertThat(page.locator("#connection")).containsText("Live", patiently());
            page.evaluate("""
                    globalThis.unmarked = 0;
                    const body = document.querySelector("tbody");
                    new MutationObserver(() => {
                      if (!body.querySelector("[data-severity=CRITICAL]")) {
                        globalThis.unmarked++;
                      }
                    }).observe(body, {childList: true, subtree: true});""");
            var then = Events.today().minusYears(2);
            send(stack, Events.structured("org.gapwatch.procurement.order.placed.v1", then.toString() + "T00:00:00Z",
                    "{\"orderId\":\"console.past:old\",\"capability\":\"console.past\",\"schedule\":[{\"dueOn\":\"%s\",\"quantity\":5}]}"
                            .formatted(then.plusMonths(3))));
            send(stack, Events.structured("org.gapwatch.procurement.order.cancelled.v1",
                    then.plusDays(30).toString() + "T00:00:00Z",
                    "{\"orderId\":\"console.past:old\",\"capability\":\"console.past\"}"));
            await().atMost(Duration.ofMinutes(1)).until(() -> alertsOf(stack, "console.past").contains("\"RESOLVED\""));
            page.navigate(stack.alerts() + "#/alerts");
            assertThat(entry(page, "console.past")).hasCount(3, new HasCountOptions().setTimeout(PATIENCE_MS));
            assertThat((int) page.evaluate("globalThis.unmarked")).isZero();
        }
    }

    @Test
    void whatCannotBeAskedIsSaidAndComesBack(Stack stack) throws Exception {
        try (var person = person(); var wire = new Wire(stack.alerts())) {
            publishAndAwait(stack, "console.mute");
            var page = open(person, wire.address(), "#/board?q=console.mute");
            var row = page.locator("tbody tr").first();
            assertThat(row).containsText("Critical", patiently());
            wire.refuse("/api/capabilities");
            var failure = page.locator("main .failure:visible").first();
            assertThat(failure).containsText("What is shown is of", patiently());
            assertThat(row).containsText("Critical");
            wire.mend();
            assertThat(failure).isHidden(new IsHiddenOptions().setTimeout(PATIENCE_MS));
            page.navigate(wire.address() + "#/capability/console.mute");
            var figures = page.locator("section[data-measure=COVERAGE] .figures");
            assertThat(figures).containsText("12.5", patiently());
            wire.refuse("/api/capabilities");
            send(stack, Events.placed("console.mute", "order-2"));
            assertThat(failure).containsText("What is shown is of", patiently());
            assertThat(figures).containsText("12.5");
            wire.mend();
            assertThat(figures).containsText("25", patiently());
            assertThat(failure).isHidden(new IsHiddenOptions().setTimeout(PATIENCE_MS));
        }
    }

    @Test
    void theBoardOfAPastDayIsSaidToBeOne(Stack stack) throws Exception {
        try (var person = person()) {
            var then = Events.today().minusYears(1);
            send(stack, Events.structured("org.gapwatch.procurement.order.placed.v1", then.toString() + "T00:00:00Z",
                    Events.orderData("console.history", "order-1").replace(Events.today().plusMonths(2).toString(),
                            then.plusMonths(3).toString())));
            publishAndAwait(stack, "console.history-later");
            var page = open(person, stack.alerts(), "#/board?q=console.history&asOf=" + then.plusDays(2));
            assertThat(page.locator("p.past")).containsText("later corrections included");
            // What was not known then is not there.
            assertThat(page.locator("tbody tr")).hasCount(1, new HasCountOptions().setTimeout(PATIENCE_MS));
            assertThat(page.locator("tbody tr").first()).containsText("Critical");
            page.getByLabel("As of").fill("");
            assertThat(page.locator("p.past")).isHidden();
            assertThat(page.locator("tbody tr")).hasCount(2, new HasCountOptions().setTimeout(PATIENCE_MS));
            // A link that was cut off says so, and the rest still works.
            var cut = open(person, stack.alerts(), "#/board?asOf=2026-06-0");
            assertThat(cut.locator("main")).containsText("cannot be loaded", patiently());
            var odd = open(person, stack.alerts(), "#/capability/%E0%A");
            assertThat(odd.locator("h1")).hasText("%E0%A");
        }
    }

    @Test
    void allTabsShareOneStream(Stack stack) throws Exception {
        try (var person = person()) {
            var first = open(person, stack.alerts(), "#/alerts");
            assertThat(first.locator("#connection")).containsText("Live", patiently());
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(streams(stack)).isEqualTo(1));
            for (int tab = 0; tab < 7; tab++) {
                var other = open(person, stack.alerts(), "#/board");
                assertThat(other.locator("#connection")).containsText("Live", patiently());
            }
            assertThat(streams(stack)).isEqualTo(1);
        }
    }

    @Test
    void theLinkToTheContentKeepsTheView(Stack stack) {
        try (var person = person()) {
            var page = open(person, stack.alerts(), "#/alerts?severity=CRITICAL");
            tabTo(page, "a.skip");
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).hasText("Alerts");
            assertThat(page.locator("main")).isFocused();
            assertThat(page.url()).endsWith("#/alerts?severity=CRITICAL");
        }
    }

    @Test
    void whoGoesBackToTheBoardIsWhereTheyWere(Stack stack) throws Exception {
        try (var person = browser.person(1280, 300, ColorScheme.LIGHT)) {
            publish(stack, "console.back-1");
            publishAndAwait(stack, "console.back-2");
            var page = open(person, stack.alerts(), "#/board?q=console.back");
            assertThat(page.locator("tbody tr")).hasCount(2, new HasCountOptions().setTimeout(PATIENCE_MS));
            page.mouse().wheel(0, 100);
            await().atMost(Duration.ofMinutes(1)).until(() -> (int) page.evaluate("Math.round(scrollY)") > 50);
            int before = (int) page.evaluate("Math.round(scrollY)");
            page.locator("th a").first().click();
            assertThat(page.locator("h1")).hasText("console.back-1");
            assertThat(page.locator(".figures").first()).isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MS));
            assertThat((int) page.evaluate("Math.round(scrollY)")).isZero();
            page.goBack();
            assertThat(page.locator("tbody tr")).hasCount(2);
            await().atMost(Duration.ofMinutes(1)).until(() -> (int) page.evaluate("Math.round(scrollY)") == before);
        }
    }

    @Test
    void whatWasStatedIsListedWithItsSource(Stack stack) throws Exception {
        try (var person = person()) {
            send(stack, "gapwatch.intake.production", Events.structured(
                    "org.gapwatch.reference.output.assessed.v1",
                    "{\"party\":\"them\",\"capability\":\"console.stated\",\"monthlyOutput\":7,\"effectiveOn\":\"%s\",\"citation\":\"Report 12, page 3\"}"
                            .formatted(Events.today())));
            send(stack, Events.structured(
                    "org.gapwatch.procurement.order.placed.v1",
                    Events.orderData("console.stated", "order-2")
                            .replaceFirst(
                                    "\"schedule\":.*",
                                    "\"schedule\":[{\"dueOn\":\"2026-12-31\",\"quantity\":2},{\"dueOn\":\"2027-01-31\",\"quantity\":2},{\"dueOn\":\"2027-02-28\",\"quantity\":2},{\"dueOn\":\"2027-03-31\",\"quantity\":3}]}")));
            publishAndAwait(stack, "console.stated");
            await().atMost(Duration.ofMinutes(1)).until(
                    () -> get(stack.alerts().resolve("/api/capabilities/console.stated/statements?measure=COVERAGE"))
                            .contains("console.stated:order-1"));
            var page = open(person, stack.alerts(), "#/capability/console.stated");
            for (var measure : List.of("OUTPUT", "COVERAGE")) {
                var section = page.locator("section[data-measure=" + measure + "]");
                section.getByText("All statements").click(patientClick());
                var expected = measure.equals("OUTPUT")
                        ? "them is assessed to make 7 a month"
                        : "console.stated:order-1 ordered: 12.5 by";
                assertThat(section.locator("ol.behind li", new Locator.LocatorOptions().setHasText(expected)))
                        .containsText("Stated by urn:example:test.", patiently());
            }
            assertThat(page.locator("ol.behind q")).hasText("Report 12, page 3");
            assertThat(page.locator("section[data-measure=COVERAGE]"))
                    .containsText("ordered: 2 in each month from December 2026 to February 2027, 3 by March 2027.");
        }
    }

    @Test
    void whatIsOpenedOnThePageIsAccessibleToo(Stack stack) throws Exception {
        try (var person = person()) {
            publishAndAwait(stack, "console.opened");
            var page = open(person, stack.alerts(), "#/capability/console.opened");
            var coverage = page.locator("section[data-measure=COVERAGE]");
            assertThat(coverage.locator(".waterfall")).isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MS));
            for (var details : coverage.locator("details summary").all()) {
                details.click();
            }
            coverage.getByLabel("Extra output").focus();
            page.keyboard().press("End");
            assertThat(coverage.locator(".what-if canvas")).isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MS));
            button(coverage, "Add note").click();
            assertNoViolation(page, "opened");
            page.locator("#operator").click();
            assertThat(page.locator("dialog")).isVisible();
            assertNoViolation(page, "dialog");
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
                    assertNoViolation(page, name + " " + scheme + " " + width);
                    assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
                }
            }
        }
    }

    private static void assertNoViolation(Page page, String what) {
        assertThat(new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze().getViolations()).as(what).extracting(each -> each.getId() + ": " + each.getNodes())
                .isEmpty();
    }

    /** How many streams the service has open. */
    private static int streams(Stack stack) throws IOException, InterruptedException {
        var metrics = get(stack.alerts().resolve("/actuator/prometheus"));
        var clients = Pattern.compile("gapwatch_sse_clients ([0-9]+)").matcher(metrics);
        assertThat(clients.find()).isTrue();
        return Integer.parseInt(clients.group(1));
    }

    private static String alertsOf(Stack stack, String capability) throws IOException, InterruptedException {
        return get(stack.alerts().resolve("/api/alerts?capability=" + capability));
    }

    private static String get(URI address) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString()).body();
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
        await().atMost(Duration.ofMinutes(1)).until(() -> alertsOf(stack, capability).contains("\"ACTIVE\""));
    }

    private void send(Stack stack, String value) throws IOException, InterruptedException {
        send(stack, "gapwatch.intake.procurement", value);
    }

    private void send(Stack stack, String topic, String value) throws IOException, InterruptedException {
        Program.assumeInstalled("kcat");
        Program.run(directory, value,
                List.of("kcat", "-b", stack.bootstrapServers(), "-P",
                        "-t", topic, "-H", "content-type=application/cloudevents+json"));
    }
}
