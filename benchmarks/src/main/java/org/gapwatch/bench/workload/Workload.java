package org.gapwatch.bench.workload;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import org.gapwatch.contract.EventType;

/**
 * The events of a {@link Shape}, one after the other as they would be published, without keeping them.
 *
 * <p>
 * Of a thousand events about 600 are deliveries, 150 orders placed, 100 amended and 20 cancelled, 25 lines opened, 25
 * rescheduled, 40 with another capacity and 10 closed, and 30 assessments of others' output. {@value #LATE_PER_MILLE} of
 * a thousand come late, by 1 to 240 days, and {@value #TWICE_PER_MILLE} are published twice.
 */
public final class Workload implements Iterable<Published> {

    static final int LATE_PER_MILLE = 100;
    static final int TWICE_PER_MILLE = 10;

    /** The day after the last event, of which all results are told: so that they are the same on every day. */
    public static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

    private final Shape shape;

    /** The workload of a shape. */
    public Workload(Shape shape) {
        this.shape = shape;
    }

    @Override
    public Iterator<Published> iterator() {
        return new Events(shape);
    }

    private static final class Events implements Iterator<Published> {

        private final Shape shape;
        private final SplittableRandom random;
        private final List<CapabilityEvents> capabilities = new ArrayList<>();
        private int made;
        private Published last;

        Events(Shape shape) {
            this.shape = shape;
            random = new SplittableRandom(shape.seed());
            for (int i = 0; i < shape.capabilities(); i++) {
                capabilities.add(new CapabilityEvents("bench.capability-" + i, shape, random.split()));
            }
            last = capabilities.getFirst().next(EventType.ORDER_PLACED, time(), id());
        }

        @Override
        public boolean hasNext() {
            return made < shape.events();
        }

        @Override
        public Published next() {
            if (made == 0 || random.nextInt(1000) >= TWICE_PER_MILLE) {
                // The square favours the first capabilities.
                double share = random.nextDouble();
                CapabilityEvents capability = capabilities.get((int) (share * share * capabilities.size()));
                last = capability.next(type(), time(), id());
            }
            made++;
            return last;
        }

        private String id() {
            return "e-" + made;
        }

        private Instant time() {
            LocalDate day = shape.first().plusDays((long) shape.days() * made / shape.events());
            if (random.nextInt(1000) < LATE_PER_MILLE) {
                day = day.minusDays(1 + random.nextInt(240));
            }
            if (day.isBefore(shape.first())) {
                day = shape.first();
            }
            return day.atStartOfDay(ZoneOffset.UTC).toInstant().plus(Duration.ofSeconds(random.nextInt(86_400)));
        }

        private EventType type() {
            int n = random.nextInt(1000);
            return n < 600
                    ? EventType.ORDER_DELIVERED
                    : n < 750
                            ? EventType.ORDER_PLACED
                            : n < 850
                                    ? EventType.ORDER_AMENDED
                                    : n < 870
                                            ? EventType.ORDER_CANCELLED
                                            : n < 895
                                                    ? EventType.LINE_OPENED
                                                    : n < 920
                                                            ? EventType.LINE_RESCHEDULED
                                                            : n < 960
                                                                    ? EventType.LINE_CAPACITY_CHANGED
                                                                    : n < 970
                                                                            ? EventType.LINE_CLOSED
                                                                            : EventType.OUTPUT_ASSESSED;
        }
    }
}
