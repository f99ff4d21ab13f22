package org.gapwatch.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gapwatch.contract.codec.ProblemCode;
import org.junit.jupiter.api.Test;

/** docs/hostile-events.md tells of each kind what {@link HostileEventsIT} finds. */
class HostileEventsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "hostile-events.md");
    private static final Path RENDERED = Path.of("target", "hostile-events.md");
    private static final String HEADING = "## What becomes of each kind\n";

    @Test
    void thePageIsTheCorpus() throws IOException {
        String page = Files.readString(PAGE);
        String rendered = page.substring(0, page.indexOf(HEADING)) + HEADING + tables();
        Files.writeString(RENDERED, rendered);
        assertThat(page).as("local-stack/%s is how %s has to be: copy it there", RENDERED, PAGE.getFileName())
                .isEqualTo(rendered);
    }

    @Test
    void thereAreEnoughKindsAndAllAreNamedDifferently() {
        assertThat(Corpus.kinds()).hasSizeGreaterThan(250)
                .extracting(kind -> kind.section() + ": " + kind.name()).doesNotHaveDuplicates();
    }

    @Test
    void everyCodeOfThePublishersPageIsMet() {
        var met = Corpus.kinds().stream().flatMap(kind -> kind.outcome().codes().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        var all = Arrays.stream(ProblemCode.values()).map(ProblemCode::code)
                .collect(Collectors.toCollection(TreeSet::new));
        // These are told of batches as a whole, and of canonical records.
        all.removeAll(List.of("wrong-key", "wrong-topic", "wrong-partition", "batch-not-an-array", "batch-too-large"));
        assertThat(met).isEqualTo(all);
    }

    private static String tables() {
        var page = new StringBuilder();
        String section = "";
        for (Kind kind : Corpus.kinds()) {
            if (!kind.section().equals(section)) {
                section = kind.section();
                page.append("\n### ").append(section).append("\n\n| what is sent | what becomes of it |\n|---|---|\n");
            }
            page.append("| ").append(text(kind.name())).append(" | ").append(told(kind.outcome())).append(" |\n");
        }
        return page.toString();
    }

    private static String told(Outcome outcome) {
        return outcome.codes().isEmpty()
                ? outcome.toString()
                : outcome.codes().stream().map(code -> "`" + code + "`").collect(Collectors.joining(", "));
    }

    private static String text(String byteText) {
        return new String(byteText.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
