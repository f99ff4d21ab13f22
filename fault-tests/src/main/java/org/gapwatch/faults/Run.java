package org.gapwatch.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.gapwatch.faults.check.Audit;
import org.gapwatch.faults.check.FeedClient;
import org.gapwatch.faults.check.FeedClient.Speed;
import org.gapwatch.faults.check.Findings;
import org.gapwatch.faults.line.Fault;
import org.gapwatch.faults.line.Line;
import org.gapwatch.faults.line.Scene;
import org.gapwatch.faults.load.Load;
import org.gapwatch.faults.system.RunningSystem;

/** One line of the table from the start of its system to its rows. */
final class Run implements Callable<List<Row>> {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    /** Of so many strikes one is followed by the next before everything is ready again. */
    private static final int IMPATIENT = 3;

    private static final class Struck {
        private final Fault fault;
        private final List<Duration> back = new ArrayList<>();
        private final Map<String, Integer> notes = new TreeMap<>();

        private Struck(Fault fault) {
            this.fault = fault;
        }

        private Row row(int times) {
            StringBuilder what = new StringBuilder(fault.name());
            notes.forEach((note, count) -> what.append(", ").append(count).append(' ').append(note));
            return new Row(what.toString(), times, null, back);
        }
    }

    private final Line line;
    private final Options options;
    private final Path directory;
    private final Progress progress;

    Run(Line line, Options options, Path directory, Progress progress) {
        this.line = line;
        this.options = options;
        this.directory = directory;
        this.progress = progress;
    }

    private int times(Fault fault) {
        return fault.times(options.full());
    }

    @Override
    public List<Row> call() throws Exception {
        SplittableRandom random = new SplittableRandom(options.seed() * 31 + line.name().hashCode());
        List<Struck> struck = line.faults().stream().filter(fault -> times(fault) > 0).map(Struck::new).toList();
        Files.createDirectories(directory);
        Findings findings = new Findings();
        progress.tell(line, "starts its system");
        try (RunningSystem system = new RunningSystem(directory, line.brokers(), line.named(), options.mongod())) {
            line.prepare(system);
            system.start();
            FeedClient feed = new FeedClient(system::feed, Speed.FULL);
            Load load = new Load(system, random.split(), findings::wrong);
            try (Scene scene = new Scene(system, load, feed, random, findings)) {
                feed.awaitSnapshot();
                try (load) {
                    load.start();
                    strike(struck, scene);
                }
                progress.tell(line, "compares");
                findings.add(new Audit(system, load.acknowledged(), scene.feeds(), line.clocksAreOff()).settle());
            }
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            findings.wrong(line.name() + " failed: " + e + (e.getCause() == null ? "" : ", because " + e.getCause()));
        }
        findings.words().forEach(words -> progress.tell(line, words));
        return Row.ofLine(line.name(),
                struck.stream().map(each -> each.row(times(each.fault))).toList(), findings);
    }

    private void strike(List<Struck> struck, Scene scene) throws Exception {
        List<Struck> order = new ArrayList<>();
        struck.forEach(each -> {
            for (int i = 0; i < times(each.fault); i++) {
                order.add(scene.random().nextInt(order.size() + 1), each);
            }
        });
        for (int i = 0; i < order.size(); i++) {
            scene.pause(LONGEST_PAUSE);
            Struck next = order.get(i);
            progress.tell(line, (i + 1) + " of " + order.size() + ": " + next.fault.name());
            scene.broken();
            next.fault.action().strike(scene);
            scene.takeNotes().forEach((note, count) -> next.notes.merge(note, count, Integer::sum));
            boolean last = i == order.size() - 1;
            if (last || scene.random().nextInt(IMPATIENT) > 0) {
                next.back.add(scene.awaitBack());
            }
        }
        scene.pause(LONGEST_PAUSE);
    }
}
