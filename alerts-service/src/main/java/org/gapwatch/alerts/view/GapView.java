package org.gapwatch.alerts.view;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.gapwatch.alerts.gap.Measure;
import org.gapwatch.alerts.inquiry.PastDay;
import org.gapwatch.service.projection.Projected;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The gaps as they can be asked for. */
@Component
public class GapView {

    /** Four digits, as in the keys of the topic. */
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("uuuu");

    private final MongoCollection<Document> gaps;

    GapView(MongoDatabase database) {
        this.gaps = database.getCollection(GapProjection.COLLECTION);
    }

    /** Today's state of every capability and measure. */
    public List<GapHead> heads() {
        return gaps.find(eq(GapProjection.HEAD, true))
                .map(head -> GapHead.parse(head.getString(GapProjection.JSON).getBytes(UTF_8))).into(new ArrayList<>());
    }

    /** Today's state of one measure as the JSON that was published; null where nothing is known of the capability. */
    public @Nullable String head(String capability, Measure measure) {
        var head = Projected.live(gaps.find(eq("_id", capability + ":" + measure)).first());
        return head == null ? null : head.getString(GapProjection.JSON);
    }

    /** The last year of every series, one value a week. */
    public List<Sparkline> sparklines() {
        var heads = heads();
        var years = years(heads.stream().flatMap(head -> Sparkline.years(head.asOf())
                .mapToObj(year -> key(head.capability(), head.measure(), year))).toList());
        return heads.stream().map(head -> Sparkline.of(head,
                steps(years, head.capability(), head.measure(), Sparkline.years(head.asOf())))).toList();
    }

    /** Those measures whose series has a day, on that day. */
    public List<PastMeasure> on(LocalDate day, List<GapHead> measures) {
        var heads = measures.stream().filter(head -> !LocalDate.parse(head.firstDay()).isAfter(day)
                && !LocalDate.parse(head.asOf()).isBefore(day)).toList();
        var years = years(heads.stream().flatMap(head -> lately(day)
                .mapToObj(year -> key(head.capability(), head.measure(), year))).toList());
        return heads.stream().flatMap(head -> Stream.ofNullable(on(day, head, years))).toList();
    }

    /** Null where the series does not have the day yet: a head and its years are records of their own. */
    private @Nullable PastMeasure on(LocalDate day, GapHead head, Map<String, String> years) {
        var late = steps(years, head.capability(), head.measure(), lately(day)).stream().map(SeriesStep::exact)
                .toList();
        var firstDay = LocalDate.parse(head.firstDay());
        if (late.isEmpty() || late.getFirst().from().isAfter(day) || late.getLast().until().isBefore(day)) {
            return null;
        }
        var told = PastDay.of(late, late.getFirst().from().equals(firstDay), day);
        if (told == null) {
            told = Objects.requireNonNull(PastDay.of(series(head.capability(), Measure.valueOf(head.measure()),
                    firstDay, day).stream().map(SeriesStep::exact).toList(), true, day));
        }
        return new PastMeasure(head.capability(), head.measure(), told);
    }

    /** The years that tell most trends of a day. */
    private static IntStream lately(LocalDate day) {
        return IntStream.rangeClosed(day.getYear() - 1, day.getYear());
    }

    /** The series from one day to another, both included, as far as there is one: the days on which it begins or changes. */
    public List<SeriesStep> series(String capability, Measure measure, LocalDate from, LocalDate to) {
        var keys = IntStream.rangeClosed(from.getYear(), to.getYear())
                .mapToObj(year -> key(capability, measure.name(), year)).toList();
        return steps(years(keys), capability, measure.name(), IntStream.rangeClosed(from.getYear(), to.getYear()));
    }

    /** The steps of a series in some of its years, as far as there are any. */
    private static List<SeriesStep> steps(Map<String, String> years, String capability, String measure,
            IntStream wanted) {
        return wanted.mapToObj(year -> years.get(key(capability, measure, year))).filter(Objects::nonNull)
                .flatMap(year -> SeriesStep.parse(year).stream()).toList();
    }

    private static String key(String capability, String measure, int year) {
        return capability + ":" + measure + ":" + YEAR.format(LocalDate.of(year, 1, 1));
    }

    private Map<String, String> years(List<String> keys) {
        var years = new HashMap<String, String>();
        gaps.find(in("_id", keys)).forEach(year -> {
            if (Projected.live(year) != null) {
                years.put(year.getString("_id"), year.getString(GapProjection.JSON));
            }
        });
        return years;
    }
}
