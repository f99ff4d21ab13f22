package org.gapwatch.alerts.stream.publication;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.gapwatch.alerts.gap.Figures;
import org.gapwatch.alerts.gap.Measure;
import org.gapwatch.alerts.number.Amount;
import org.gapwatch.contract.Thousandths;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes JSON; quantities as decimals in their shortest form. */
final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {
    }

    /** One JSON object, in UTF-8. */
    static byte[] object(Consumer<JsonGenerator> members) {
        var bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            members.accept(json);
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    static void number(JsonGenerator json, Amount amount) {
        json.writeNumber(
                amount.fitsLong() ? Thousandths.format(amount.low()) : Thousandths.format(amount.toBigInteger()));
    }

    static void number(JsonGenerator json, String name, Amount amount) {
        json.writeName(name);
        number(json, amount);
    }

    /** The value's text form, or null. */
    static void text(JsonGenerator json, String name, @Nullable Object value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value.toString());
        }
    }

    /** Which day, and the first three numbers of it. */
    static void gap(JsonGenerator json, LocalDate asOf, Figures figures) {
        text(json, "asOf", asOf);
        number(json, "gap", figures.gap());
        number(json, "base", figures.base());
        number(json, "change", figures.change());
    }

    /** When the gap peaks or closes, and what would close it. */
    static void outlook(JsonGenerator json, Measure measure, Figures figures) {
        text(json, measure.monthField(), figures.month());
        number(json, "extraMonthlyOutput", figures.extraMonthlyOutput());
    }
}
