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
 * Of a thousand events about 333 place an order, 510 are deliveries, 80 amend and 15 cancel one; 10 open a line, 10
 * reschedule, 20 change and 4 close one; 18 assess others' output. {@value #LATE_PER_MILLE} of a thousand come late, by 1
 * to 240 days, and {@value #TWICE_PER_MILLE} are published twice, the second time a little later.
 */
public final class Workload implements Iterable<Published> {

    static final int LATE_PER_MILLE = 100;
    static final int TWICE_PER_MILLE = 10;
    private static final int LATEST = 500;
    private static final EventType[] TYPES = {EventType.ORDER_PLACED, EventType.ORDER_DELIVERED,
            EventType.ORDER_AMENDED, EventType.ORDER_CANCELLED, EventType.LINE_OPENED, EventType.LINE_RESCHEDULED,
            EventType.LINE_CAPACITY_CHANGED, EventType.LINE_CLOSED, EventType.OUTPUT_ASSESSED};
    /** How many of a thousand events are of each of these. */
    private static final int[] MIX = {333, 510, 80, 15, 10, 10, 20, 4, 18};

    /** The day after the last event, of which all results are told: so that they are the same on every day. */
    public static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

    private final Shape shape;
    private final String name;

    /** The workload of a shape. */
    public Workload(Shape shape) {
        this(shape, "");
    }

    private Workload(Shape shape, String name) {
        this.shape = shape;
        this.name = name;
    }

    /** The same of other capabilities, so that none of its events is one of these again; a number above 0. */
    public Workload another(int number) {
        return new Workload(shape, number + "-");
    }

    /** How many capabilities its events are about. */
    public int capabilities() {
        return shape.capabilities();
    }

    @Override
    public Iterator<Published> iterator() {
        return new Events(shape, name);
    }

    private static final class Events implements Iterator<Published> {

        private final Shape shape;
        private final String name;
        private final SplittableRandom random;
        private final List<CapabilityEvents> capabilities = new ArrayList<>();
        /** The latest ones, of which some are published again. */
        private final List<Published> latest = new ArrayList<>(LATEST);
        private int made;

        Events(Shape shape, String name) {
            this.shape = shape;
            this.name = name;
            random = new SplittableRandom(shape.seed());
            for (int i = 0; i < shape.capabilities(); i++) {
                capabilities.add(new CapabilityEvents("bench.capability-" + name + i, shape, random.split()));
            }
        }

        @Override
        public boolean hasNext() {
            return made < shape.events();
        }

        @Override
        public Published next() {
            int n = made++;
            if (latest.size() == LATEST && random.nextInt(1000) < TWICE_PER_MILLE) {
                return latest.get(random.nextInt(LATEST));
            }
            // The square favours the first capabilities.
            double share = random.nextDouble();
            CapabilityEvents capability = capabilities.get((int) (share * share * capabilities.size()));
            Published event = capability.next(type(), time(n), "e-" + name + n);
            if (latest.size() < LATEST) {
                latest.add(event);
            } else {
                latest.set(n % LATEST, event);
            }
            return event;
        }

        private Instant time(int n) {
            LocalDate day = shape.first().plusDays((long) shape.days() * n / shape.events());
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
            for (int i = 0; i < MIX.length; i++) {
                n -= MIX[i];
                if (n < 0) {
                    return TYPES[i];
                }
            }
            throw new IllegalStateException("The mix does not sum up to a thousand");
        }
    }
}
