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
import java.util.Objects;
import java.util.stream.IntStream;
import org.bson.Document;
import org.gapwatch.alerts.gap.Measure;
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

    /** The series from one day to another, both included, as far as there is one: the days on which it begins or changes. */
    public List<SeriesStep> series(String capability, Measure measure, LocalDate from, LocalDate to) {
        var keys = IntStream.rangeClosed(from.getYear(), to.getYear())
                .mapToObj(year -> capability + ":" + measure + ":" + YEAR.format(LocalDate.of(year, 1, 1))).toList();
        var years = new HashMap<String, String>();
        gaps.find(in("_id", keys)).forEach(year -> {
            if (Projected.live(year) != null) {
                years.put(year.getString("_id"), year.getString(GapProjection.JSON));
            }
        });
        return keys.stream().map(years::get).filter(Objects::nonNull)
                .flatMap(year -> SeriesStep.parse(year).stream()).toList();
    }
}
