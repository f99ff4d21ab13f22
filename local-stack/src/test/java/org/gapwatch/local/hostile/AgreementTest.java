package org.gapwatch.local.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gapwatch.contract.codec.EventReader;
import org.gapwatch.contract.codec.Problem;
import org.gapwatch.contract.codec.ProblemCode;
import org.gapwatch.contract.codec.Reading;
import org.gapwatch.local.hostile.Sending.Header;
import org.gapwatch.local.hostile.Sending.Record;
import org.junit.jupiter.api.Test;

/** That a difference between code and schemas is found, in both modes, also beside what just the border finds. */
class AgreementTest {

    private static final String GOOD = "\"quantity\":40";

    private final Agreement agreement = new Agreement();

    private static Record structured(String inPlace) {
        return new Record(Intake.PROCUREMENT, Header.of(Map.of("content-type", Corpus.STRUCTURED)),
                ByteText.bytes(Sample.own(Sample.ORDER.structured().replace(GOOD, inPlace), 1)));
    }

    private static Record binary(String inPlace) {
        return new Record(Intake.PROCUREMENT, Header.of(Sample.ORDER.headers("ce_", 1)),
                ByteText.bytes(Sample.own(Sample.ORDER.data().replace(GOOD, inPlace), 1)));
    }

    private static Reading read(Record record) {
        return EventReader.readKafka(
                action -> record.headers().forEach(header -> action.accept(header.name(), header.value())),
                record.value());
    }

    /** What was read, with one problem more. */
    private static Reading with(Reading reading, Problem more) {
        List<Problem> problems = new ArrayList<>(List.of(more));
        if (reading instanceof Reading.Rejected rejected) {
            problems.addAll(rejected.problems());
        }
        return new Reading.Rejected(null, null, problems);
    }

    @Test
    void theyAgree() {
        for (String inPlace : List.of(GOOD, "\"quantity\":40.0001", "\"quantity\":-1", "\"amount\":40",
                "\"quantity\":2e9147483648", "\"quantity\":40,\"quantity\":\"x\"", "\"quantity\":" + "1".repeat(50))) {
            assertThat(agreement.holds(structured(inPlace), read(structured(inPlace)))).isTrue();
            assertThat(agreement.holds(binary(inPlace), read(binary(inPlace)))).isTrue();
        }
        assertThat(agreement.holds(structured("\""), read(structured("\"")))).isFalse();
        assertThat(agreement.holds(binary("\""), read(binary("\"")))).isTrue();
    }

    @Test
    void whatTheSchemasAloneFindIsADifference() {
        for (String inPlace : List.of("\"quantity\":40.0001", "\"amount\":40")) {
            assertDiffer(structured(inPlace), read(structured(GOOD)));
            assertDiffer(binary(inPlace), read(binary(GOOD)));
        }
    }

    @Test
    void whatTheCodeAloneFindsIsADifference() {
        Problem problem = new Problem("/data/orderId", ProblemCode.ID_NOT_VALID, "");
        for (String inPlace : List.of(GOOD, "\"quantity\":-1", "\"quantity\":" + "1".repeat(50))) {
            assertDiffer(structured(inPlace), with(read(structured(inPlace)), problem));
            assertDiffer(binary(inPlace), with(read(binary(inPlace)), problem));
        }
    }

    @Test
    void whatIsWrongWithAHeaderIsComparedToo() {
        List<Header> headers = new ArrayList<>(binary(GOOD).headers());
        headers.replaceAll(header -> header.name().equals("ce_type") ? Header.of("ce_type", "no.such.type") : header);
        headers.add(new Header("ce_Name", "x".getBytes(UTF_8)));
        Record record = new Record(Intake.PROCUREMENT, headers, binary(GOOD).value());
        assertThat(agreement.holds(record, read(record))).isTrue();
        assertDiffer(record, read(binary(GOOD)));
    }

    private void assertDiffer(Record record, Reading reading) {
        assertThatThrownBy(() -> agreement.holds(record, reading)).isInstanceOf(AssertionError.class);
    }
}
