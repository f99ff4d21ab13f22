package org.gapwatch.alerts.view;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.gapwatch.contract.EntityKind;
import org.springframework.stereotype.Component;

/** The sources as they can be asked for. */
@Component
public class SourceView {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);

    private final MongoDatabase database;

    SourceView(MongoDatabase database) {
        this.database = database;
    }

    /** Everyone who has published, by name, as of a moment. */
    public List<Source> sources(Instant now) {
        Map<String, Tally> accepted = new TreeMap<>();
        for (EntityKind kind : EntityKind.values()) {
            database.getCollection(StatementProjection.collection(kind))
                    .find(and(exists(Tally.SOURCE), ne("removed", true)))
                    .forEach(document -> accepted.computeIfAbsent(document.getString(Tally.SOURCE),
                            _ -> new Tally()).add(document));
        }
        Map<String, Tally> rejected = new TreeMap<>();
        Map<String, List<Source.Problem>> problems = new TreeMap<>();
        database.getCollection(RejectionsProjection.COLLECTION)
                .find(and(exists(Tally.SOURCE), ne("removed", true))).forEach(document -> {
                    var source = document.getString(Tally.SOURCE);
                    accepted.computeIfAbsent(source, _ -> new Tally());
                    Tally tally = new Tally();
                    tally.add(document);
                    var code = document.getString(RejectionsProjection.CODE);
                    if (code == null) {
                        rejected.put(source, tally);
                    } else if (tally.since(now.minus(WEEK)) > 0) {
                        problems.computeIfAbsent(source, _ -> new ArrayList<>())
                                .add(problem(document, code, tally, now));
                    }
                });
        List<Source> sources = new ArrayList<>();
        accepted.forEach((source, tally) -> sources.add(source(source, tally,
                rejected.getOrDefault(source, new Tally()), problems.getOrDefault(source, List.of()), now)));
        return sources;
    }

    private static Source.Problem problem(Document document, String code, Tally tally, Instant now) {
        return new Source.Problem(code, tally.since(now.minus(WEEK)), tally.last(),
                document.getString(RejectionsProjection.LATEST));
    }

    private static Source source(String name, Tally accepted, Tally rejected, List<Source.Problem> problems,
            Instant now) {
        return new Source(name, accepted.last(), accepted.since(now.minus(DAY)), accepted.since(now.minus(WEEK)),
                rejected.since(now.minus(DAY)), rejected.since(now.minus(WEEK)), accepted.usualPause(),
                problems.stream().sorted(Comparator.comparing(Source.Problem::count).reversed()
                        .thenComparing(Source.Problem::code)).toList());
    }
}
