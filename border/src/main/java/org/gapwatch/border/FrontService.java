package org.gapwatch.border;

import java.util.List;
import java.util.Set;
import org.gapwatch.contract.EntityKind;
import org.gapwatch.contract.Topics;

/**
 * What makes one front service differ from the other.
 *
 * @param name the service's name, and the {@code service} of its rejections
 * @param intakeTopic where outsiders publish to it
 * @param intakeGroup the consumer group that reads there
 * @param kinds the kinds of entity whose events it accepts
 */
public record FrontService(String name, String intakeTopic, String intakeGroup, Set<EntityKind> kinds) {

    /** Copies the set. */
    public FrontService {
        kinds = Set.copyOf(kinds);
    }

    /** The canonical topics it writes, in order of their names. */
    public List<String> canonicalTopics() {
        return kinds.stream().map(Topics::canonical).sorted().toList();
    }
}
