package org.gapwatch.border.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The table against a plain model: settled names in a map, each reservation by itself. */
class NamesTest {

    private static final int CAPACITY = 1500;
    private static final int STEPS = 200_000;
    private static final int KEYS = 4_000;

    /** What was settled, the one longest not asked for first. */
    private final Map<EventKey, Integer> settled = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<EventKey, Integer> reserved = new HashMap<>();
    private final List<Map<EventKey, Integer>> held = new ArrayList<>();

    @Test
    void itDoesWhatAPlainMapDoes() {
        long seed = System.nanoTime();
        System.out.println("NamesTest seed " + seed);
        Random random = new Random(seed);
        Names<Integer> names = new Names<>(CAPACITY);
        List<Reservations> holders = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            holders.add(new Reservations());
            held.add(new LinkedHashMap<>());
        }
        for (int step = 0; step < STEPS; step++) {
            int who = random.nextInt(3);
            Reservations holder = holders.get(who);
            // Often, so that nothing is forgotten while somebody still holds it: its place, taken again, would change order.
            int kind = random.nextInt(50);
            if (kind == 0) {
                names.settle(holder, holder.ids);
                settle(who);
            } else if (kind == 1) {
                names.release(holder, holder.ids);
                held.get(who).clear();
                reserved.keySet().removeIf(key -> held.stream().noneMatch(mine -> mine.containsKey(key)));
            } else {
                int n = random.nextInt(KEYS);
                // Few buckets, so that chains get long.
                EventKey key = new EventKey(n % 300, n);
                int value = random.nextInt(8) == 0 ? 1 : 0;
                int slot = names.find(key);
                Names.Answer answer = names.ask(slot, value, holder);
                assertThat(answer).as("step %d, seed %d", step, seed).isEqualTo(expected(key, value, who));
                if (answer == Names.Answer.FREE) {
                    names.reserve(slot, key, value, holder, holder.ids);
                    reserved.put(key, value);
                    held.get(who).put(key, value);
                }
            }
        }
    }

    private Names.Answer expected(EventKey key, int value, int who) {
        Integer known = settled.get(key);
        if (known != null) {
            return known == value ? Names.Answer.SAME : Names.Answer.OTHER;
        }
        Integer other = reserved.get(key);
        if (other == null || other == value) {
            return Names.Answer.FREE;
        }
        return held.get(who).containsKey(key) ? Names.Answer.OTHER : Names.Answer.UNSETTLED;
    }

    private void settle(int who) {
        Map<EventKey, Integer> mine = new LinkedHashMap<>(held.get(who));
        mine.forEach((key, value) -> {
            settled.put(key, value);
            reserved.remove(key);
            if (settled.size() > CAPACITY) {
                settled.remove(settled.keySet().iterator().next());
            }
        });
        held.forEach(each -> each.keySet().removeAll(mine.keySet()));
    }
}
