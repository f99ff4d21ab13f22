package org.gapwatch.bench.growth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.gapwatch.alerts.capability.Capability;
import org.gapwatch.bench.harness.Cpu;
import org.gapwatch.contract.Event;

/** CPU time of the pure core for one more event, after histories of growing size. */
public final class CoreGrowth {

    /** As the stream does it: a capability touched is assessed once for all the events of a short interval. */
    private static final int EVENTS_PER_ASSESS = 50;
    private static final int MEASURED = 4_000;
    private static final int REPEATS = 5;

    /**
     * What one more event costs.
     *
     * @param addMicros CPU time of adding it, microseconds
     * @param assessMicros CPU time of assessing what {@value #EVENTS_PER_ASSESS} events touched, microseconds an event
     */
    public record Cost(double addMicros, double assessMicros) {
    }

    private CoreGrowth() {
    }

    /** The costs by a description of the history. */
    public static Map<String, Cost> measure() {
        Map<String, History> histories = new LinkedHashMap<>();
        for (int orders : new int[]{100, 1_000, 10_000, 100_000}) {
            histories.put(String.format("%,d orders", orders), new History(1, orders, 2, 3));
        }
        for (int years : new int[]{1, 10}) {
            histories.put(years + (years == 1 ? " year" : " years") + " of history", new History(1, 1_000, 4, years));
        }
        for (int deliveries : new int[]{100, 1_000, 10_000}) {
            histories.put(String.format("%,d deliveries of one order", deliveries), new History(1, 1, deliveries, 3));
        }
        for (int capabilities : new int[]{100, 1_000}) {
            histories.put(String.format("%,d capabilities", capabilities), new History(capabilities, 20, 2, 3));
        }
        Map<String, Cost> costs = new LinkedHashMap<>();
        measure(new History(1, 100, 2, 3));
        histories.forEach((name, history) -> costs.put(name, measure(history)));
        return costs;
    }

    private static Cost measure(History history) {
        List<Double> adding = new ArrayList<>();
        List<Double> assessing = new ArrayList<>();
        List<Capability> capabilities = known(history);
        SplittableRandom random = new SplittableRandom(1);
        int n = 0;
        for (int repeat = 0; repeat <= REPEATS; repeat++) {
            long addNanos = 0;
            long assessNanos = 0;
            for (int batch = 0; batch < MEASURED / EVENTS_PER_ASSESS; batch++) {
                List<Event> events = new ArrayList<>();
                for (int i = 0; i < EVENTS_PER_ASSESS; i++) {
                    events.add(history.next(n++, random));
                }
                int first = n - EVENTS_PER_ASSESS;
                long start = Cpu.ofThread();
                for (int i = 0; i < EVENTS_PER_ASSESS; i++) {
                    capabilities.get((first + i) % history.capabilities()).add(events.get(i));
                }
                long added = Cpu.ofThread();
                for (int i = 0; i < Math.min(EVENTS_PER_ASSESS, history.capabilities()); i++) {
                    capabilities.get((first + i) % history.capabilities()).assess(History.TODAY);
                }
                addNanos += added - start;
                assessNanos += Cpu.ofThread() - added;
            }
            if (repeat > 0) {
                adding.add(addNanos / 1e3 / MEASURED);
                assessing.add(assessNanos / 1e3 / MEASURED);
            }
        }
        return new Cost(median(adding), median(assessing));
    }

    private static List<Capability> known(History history) {
        List<Capability> capabilities = new ArrayList<>();
        for (int i = 0; i < history.capabilities(); i++) {
            Capability capability = new Capability(History.code(i));
            history.before(i).forEach(capability::add);
            capability.assess(History.TODAY);
            capabilities.add(capability);
        }
        return capabilities;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
