package org.gapwatch.alerts.view;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.gapwatch.contract.EntityKind;
import org.springframework.stereotype.Component;

/** The sources as they can be asked for. */
@Component
public class SourceView {

    /** How many are told at most: anybody can make up any number of them. */
    static final int MOST = 1_000;

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Bson TALLIES = and(exists(Tally.SOURCE), ne("removed", true));

    /**
     * Who has published.
     *
     * @param sources by name: those of whom something was accepted before the others, then those heard of last
     * @param others how many more there are
     */
    public record Published(List<Source> sources, int others) {
    }

    private record Known(String name, Tally accepted, Tally rejected) {

        static final Comparator<Known> LEAST_FIRST = Comparator
                .comparing((Known known) -> known.accepted.last() != null)
                .thenComparing(Known::last);

        private Instant last() {
            Instant latest = Instant.MIN;
            for (Tally tally : List.of(accepted, rejected)) {
                Instant last = tally.last();
                latest = last != null && last.isAfter(latest) ? last : latest;
            }
            return latest;
        }
    }

    private final MongoDatabase database;

    SourceView(MongoDatabase database) {
        this.database = database;
    }

    /** Everyone who has published, as far as there is room, as of a moment. */
    public Published sources(Instant now) {
        Map<String, Tally> accepted = accepted();
        Queue<Known> shown = new PriorityQueue<>(Known.LEAST_FIRST);
        int others = 0;
        for (Document document : rejected().find(and(TALLIES, exists(RejectionsProjection.CODE, false)))) {
            var name = document.getString(Tally.SOURCE);
            var tally = new Tally();
            tally.add(document);
            var known = accepted.remove(name);
            others += add(new Known(name, known == null ? new Tally() : known, tally), shown);
        }
        for (var only : accepted.entrySet()) {
            others += add(new Known(only.getKey(), only.getValue(), new Tally()), shown);
        }
        Map<String, List<Source.Problem>> problems = problems(shown.stream().map(Known::name).toList(), now);
        return new Published(shown.stream().sorted(Comparator.comparing(Known::name))
                .map(known -> source(known, problems.getOrDefault(known.name(), List.of()), now)).toList(), others);
    }

    /** Returns how many had to go for it. */
    private static int add(Known known, Queue<Known> shown) {
        shown.add(known);
        return shown.size() > MOST && shown.poll() != null ? 1 : 0;
    }

    private Map<String, Tally> accepted() {
        Map<String, Tally> accepted = new HashMap<>();
        for (EntityKind kind : EntityKind.values()) {
            database.getCollection(StatementProjection.collection(kind)).find(TALLIES)
                    .forEach(document -> accepted.computeIfAbsent(document.getString(Tally.SOURCE), _ -> new Tally())
                            .add(document));
        }
        return accepted;
    }

    private Map<String, List<Source.Problem>> problems(List<String> sources, Instant now) {
        Map<String, List<Source.Problem>> problems = new HashMap<>();
        rejected().find(and(TALLIES, in(Tally.SOURCE, sources), exists(RejectionsProjection.CODE)))
                .forEach(document -> {
                    Tally tally = new Tally();
                    tally.add(document);
                    if (tally.since(now.minus(WEEK)) > 0) {
                        problems.computeIfAbsent(document.getString(Tally.SOURCE), _ -> new ArrayList<>())
                                .add(problem(document, tally, now));
                    }
                });
        return problems;
    }

    private MongoCollection<Document> rejected() {
        return database.getCollection(RejectionsProjection.COLLECTION);
    }

    private static Source.Problem problem(Document document, Tally tally, Instant now) {
        return new Source.Problem(document.getString(RejectionsProjection.CODE), tally.since(now.minus(WEEK)),
                tally.last(), document.getString(RejectionsProjection.LATEST));
    }

    private static Source source(Known known, List<Source.Problem> problems, Instant now) {
        var accepted = known.accepted();
        var rejected = known.rejected();
        return new Source(known.name(), accepted.last(), accepted.since(now.minus(DAY)),
                accepted.since(now.minus(WEEK)), rejected.since(now.minus(DAY)), rejected.since(now.minus(WEEK)),
                accepted.usualPause(), problems.stream().sorted(Comparator.comparing(Source.Problem::count).reversed()
                        .thenComparing(Source.Problem::code)).toList());
    }
}
