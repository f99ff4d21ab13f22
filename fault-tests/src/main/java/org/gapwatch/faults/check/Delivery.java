package org.gapwatch.faults.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.gapwatch.contract.Event;
import org.gapwatch.faults.load.Acknowledged;
import org.gapwatch.faults.load.Publication;
import org.gapwatch.faults.load.Publication.Fate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Invariant 1: every acknowledged event is in the canonical topics or in the rejections; never both, never neither. What
 * came through an intake topic is there as often as it lies in the intake; what came over HTTP at least once, and not more
 * often than it was sent.
 */
final class Delivery {

    private static final Pattern TAG = Pattern.compile("#([^#]+)#");

    private final Map<String, Integer> intake;
    private final Map<String, Integer> canonical;
    private final Map<String, Integer> rejected = new HashMap<>();
    private final List<Event> accepted = new ArrayList<>();
    private int rejectedAhead;
    private int acceptedFarAhead;

    /** What lies in all topics of a kind each. */
    Delivery(List<ConsumerRecord<byte[], byte[]>> intake, List<ConsumerRecord<byte[], byte[]>> canonical,
            List<ConsumerRecord<byte[], byte[]>> rejections) {
        this.intake = count(intake);
        this.canonical = count(canonical);
        for (ConsumerRecord<byte[], byte[]> record : rejections) {
            String original = JsonMapper.shared().readTree(record.value()).path("original").asString("");
            rejected.merge(tag(original), 1, Integer::sum);
        }
    }

    private static Map<String, Integer> count(List<ConsumerRecord<byte[], byte[]>> records) {
        Map<String, Integer> counts = new HashMap<>();
        records.forEach(record -> counts.merge(tag(new String(record.value(), StandardCharsets.UTF_8)), 1,
                Integer::sum));
        return counts;
    }

    private static String tag(String text) {
        Matcher tag = TAG.matcher(text);
        return tag.find() ? tag.group(1) : "no tag in " + text;
    }

    /** How often the event of a tag lies in the canonical topics. */
    int canonical(String tag) {
        return canonical.getOrDefault(tag, 0);
    }

    /** What was accepted of what was acknowledged: told by who published it, not by what the topics say. */
    List<Event> accepted() {
        return accepted;
    }

    /** How often something was rejected by a service whose clock was behind. */
    int rejectedAhead() {
        return rejectedAhead;
    }

    /** How often something was accepted by a service whose clock was ahead. */
    int acceptedFarAhead() {
        return acceptedFarAhead;
    }

    private static boolean isBad(Fate fate) {
        return switch (fate) {
            case ACCEPTED, AHEAD, EITHER -> false;
            case REJECTED, FAR_AHEAD -> true;
        };
    }

    private static boolean isForTheClockToSay(Fate fate) {
        return switch (fate) {
            case ACCEPTED, REJECTED, EITHER -> false;
            case AHEAD, FAR_AHEAD -> true;
        };
    }

    /** @param clocksWereOff whether what is ahead of its time may have gone the other way */
    void check(Acknowledged acknowledged, boolean clocksWereOff, Findings findings) {
        Set<List<String>> usedTwice = new HashSet<>();
        for (Acknowledged.Entry entry : acknowledged.all()) {
            if (entry.publication().fate() == Fate.EITHER) {
                usedTwice.add(name(entry.publication()));
            }
        }
        Map<List<String>, Integer> contents = new HashMap<>();
        for (Acknowledged.Entry entry : acknowledged.all()) {
            Publication publication = entry.publication();
            boolean either = usedTwice.contains(name(publication));
            count(entry, findings);
            String tag = publication.tag();
            boolean isAccepted = canonical.containsKey(tag);
            boolean isRejected = rejected.containsKey(tag);
            boolean isBad = isBad(publication.fate());
            boolean mayDiffer = clocksWereOff && isForTheClockToSay(publication.fate());
            if (mayDiffer && isBad) {
                acceptedFarAhead += canonical(tag);
            } else if (mayDiffer) {
                rejectedAhead += rejected.getOrDefault(tag, 0);
            } else if (isAccepted && isRejected) {
                findings.wrong("accepted and rejected: " + publication);
            } else if (!either && isAccepted && isBad) {
                findings.wrong("accepted, though bad: " + publication);
            } else if (!either && isRejected && !isBad) {
                findings.wrong("rejected, though good: " + publication);
            }
            if (either) {
                contents.merge(name(publication), isAccepted ? 1 : 0, Integer::sum);
            }
            Event event = publication.event();
            if (event != null && (either || mayDiffer ? isAccepted : !isBad)) {
                accepted.add(event);
            }
        }
        contents.forEach((name, count) -> {
            if (count != 1) {
                findings.wrong(count + " contents accepted for the id " + name);
            }
        });
        strangers(acknowledged, findings);
    }

    private void count(Acknowledged.Entry entry, Findings findings) {
        String tag = entry.publication().tag();
        int told = canonical.getOrDefault(tag, 0) + rejected.getOrDefault(tag, 0);
        int least = entry.overHttp() ? 1 : intake.getOrDefault(tag, 0);
        int most = entry.overHttp() ? entry.attempts() : least;
        if (!entry.overHttp() && intake.getOrDefault(tag, 0) < entry.acknowledged()) {
            findings.lost("acknowledged " + entry.acknowledged() + " times, in the intake "
                    + intake.getOrDefault(tag, 0) + " times: " + entry.publication());
        }
        if (told < least) {
            findings.lost(told + " times behind the border instead of " + least + ": " + entry.publication());
        } else if (told > most) {
            findings.duplicated(told + " times behind the border instead of " + most + ": " + entry.publication());
        }
    }

    private void strangers(Acknowledged acknowledged, Findings findings) {
        Set<String> tags = new HashSet<>(canonical.keySet());
        tags.addAll(rejected.keySet());
        tags.addAll(intake.keySet());
        tags.stream().filter(tag -> acknowledged.get(tag) == null)
                .forEach(tag -> findings.wrong("nobody published " + tag));
    }

    private static List<String> name(Publication publication) {
        return List.of(publication.source(), publication.id());
    }
}
