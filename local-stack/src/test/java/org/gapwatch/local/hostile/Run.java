package org.gapwatch.local.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.gapwatch.local.client.Api;
import org.gapwatch.local.demo.Completion;
import org.gapwatch.local.hostile.GoodEvents.Good;
import org.gapwatch.local.hostile.Kind.Way;
import org.gapwatch.local.hostile.Outsider.Sent;
import org.gapwatch.local.hostile.Sending.Batch;
import org.gapwatch.local.hostile.Sending.Record;
import org.gapwatch.local.hostile.Sending.Request;
import org.gapwatch.local.settings.Port;
import org.gapwatch.local.stack.Stack;

/** Publishes every kind in every way it is sent, with a good event before, between and after: or just the good ones. */
final class Run {

    /** How many bad events are in a batch. */
    static final int BATCH = 25;

    private static final List<Sending.Header> STRUCTURED = List
            .of(Sending.Header.of("content-type", Corpus.STRUCTURED));

    /** An event that was sent. */
    record Delivered(int n, Kind kind, Sending sending, Sent sent) {

        @Override
        public String toString() {
            return "%s: %s (%d, %s)".formatted(kind.section(), kind.name(), n, sending.getClass().getSimpleName());
        }
    }

    private final Stack stack;
    private final List<Good> goods;
    private final boolean withBad;
    private final List<Delivered> delivered = new ArrayList<>();
    private int good;
    private int n;

    Run(Stack stack, List<Good> goods, boolean withBad) {
        this.stack = stack;
        this.goods = goods;
        this.withBad = withBad;
    }

    /** Returns once all that follows from the events is shown; what was sent of the kinds, in order. */
    List<Delivered> of(List<Kind> kinds) throws IOException, InterruptedException {
        try (var outsider = new Outsider(stack)) {
            if (withBad) {
                first(outsider);
            }
            byKafka(kinds, outsider);
            byHttp(kinds, outsider);
            byBatch(Corpus.forBatches(), outsider);
        }
        awaitAll(stack);
        return delivered;
    }

    private void first(Outsider outsider) {
        int number = UsedAgain.FIRST_NUMBER;
        if (UsedAgain.FIRST.ways().getFirst().of(number) instanceof Request request) {
            delivered.add(new Delivered(number, UsedAgain.FIRST, request, outsider.send(request)));
        }
    }

    static void awaitAll(Stack stack) throws InterruptedException {
        try (var alerts = new Api(Port.ALERTS, stack.alerts());
                var completion = new Completion(stack.bootstrapServers(), stack.mongodbUri(), stack.streamNames(),
                        alerts)) {
            completion.await(_ -> {
            });
        }
    }

    private void byKafka(List<Kind> kinds, Outsider outsider) throws InterruptedException {
        record UnderWay(int n, Kind kind, Record record, Future<RecordMetadata> sending) {
        }
        List<UnderWay> underWay = new ArrayList<>();
        each(kinds, sending -> !(sending instanceof Request), (kind, sending) -> {
            var _ = outsider.send(goodRecord());
            switch (withBad ? sending : goodRecord()) {
                case Record record when record.timestamp() != null && record.timestamp() < 0 ->
                    delivered.add(new Delivered(n, kind, record, outsider.sendRaw(record, record.timestamp())));
                case Record record -> underWay.add(new UnderWay(n, kind, record, outsider.send(record)));
                case Batch batch -> delivered.add(new Delivered(n, kind, batch, outsider.send(batch)));
                case Request _ -> throw new IllegalStateException();
            }
        });
        var _ = outsider.send(goodRecord());
        outsider.flush();
        for (var each : underWay) {
            delivered.add(new Delivered(each.n(), each.kind(), each.record(), Outsider.sent(each.sending())));
        }
    }

    private void byHttp(List<Kind> kinds, Outsider outsider) {
        each(kinds, Request.class::isInstance, (kind, sending) -> {
            outsider.send(goodRequest());
            if (withBad && sending instanceof Request request) {
                delivered.add(new Delivered(n, kind, request, outsider.send(request)));
            }
        });
        outsider.send(goodRequest());
    }

    /** All that can stand in an array at all, some in each batch, with a good event after each. */
    private void byBatch(List<Kind> kinds, Outsider outsider) {
        List<Good> ordinary = goods.stream().filter(each -> each.intake() == Intake.PROCUREMENT).toList();
        for (int from = 0; from < kinds.size(); from += BATCH) {
            List<Kind> some = kinds.subList(from, Math.min(from + BATCH, kinds.size()));
            List<byte[]> events = new ArrayList<>();
            for (int i = 0; i < some.size(); i++) {
                if (withBad) {
                    events.add(Corpus.body(some.get(i), n + i));
                }
                events.add(ordinary.get((from + i) % ordinary.size()).json().getBytes(UTF_8));
            }
            List<Sent> sent = outsider.sendBatch(Intake.PROCUREMENT, events);
            for (int i = 0; withBad && i < some.size(); i++) {
                delivered.add(new Delivered(n + i, some.get(i),
                        new Request(Intake.PROCUREMENT, "", List.of(), events.get(2 * i)), sent.get(2 * i)));
            }
            n += some.size();
        }
    }

    private interface Each {
        void accept(Kind kind, Sending sending);
    }

    private void each(List<Kind> kinds, Predicate<Sending> which, Each action) {
        for (Kind kind : kinds) {
            for (Way way : kind.ways()) {
                Sending sending = way.of(n);
                if (which.test(sending)) {
                    action.accept(kind, sending);
                    n++;
                }
            }
        }
    }

    private Record goodRecord() {
        Good next = goods.get(good++ % goods.size());
        return new Record(next.intake(), STRUCTURED, next.json().getBytes(UTF_8));
    }

    private Request goodRequest() {
        Good next = goods.get(good++ % goods.size());
        return new Request(next.intake(), "", List.of("Content-Type: " + Corpus.STRUCTURED),
                next.json().getBytes(UTF_8));
    }
}
