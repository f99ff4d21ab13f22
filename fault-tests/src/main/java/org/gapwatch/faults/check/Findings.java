package org.gapwatch.faults.check;

import java.util.ArrayList;
import java.util.List;

/** What was found not to hold, and what is to be told beside it. Safe for use by several threads. */
public final class Findings {

    private static final int TOLD = 12;

    private final List<String> lost = new ArrayList<>();
    private final List<String> duplicated = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    synchronized void lost(String what) {
        lost.add(what);
    }

    synchronized void duplicated(String what) {
        duplicated.add(what);
    }

    /** Something that is neither lost nor there twice, and not as it must be. */
    public synchronized void wrong(String what) {
        wrong.add(what);
    }

    /** Something that is as it may be, and worth telling. */
    synchronized void note(String what) {
        notes.add(what);
    }

    /** Takes over what was found elsewhere. */
    public synchronized void add(Findings others) {
        lost.addAll(others.lost);
        duplicated.addAll(others.duplicated);
        wrong.addAll(others.wrong);
        notes.addAll(others.notes);
    }

    /** How many were acknowledged and are not there. */
    public synchronized int lost() {
        return lost.size();
    }

    /** How many are there more often than they should. */
    public synchronized int duplicated() {
        return duplicated.size();
    }

    /** How many other things are not as they must be. */
    public synchronized int wrong() {
        return wrong.size();
    }

    /** Whether everything holds. */
    public synchronized boolean none() {
        return lost.isEmpty() && duplicated.isEmpty() && wrong.isEmpty();
    }

    /** What is to be told beside. */
    public synchronized List<String> notes() {
        return List.copyOf(notes);
    }

    /** Some of what does not hold in words. */
    public synchronized List<String> words() {
        List<String> words = new ArrayList<>();
        lost.stream().limit(TOLD).forEach(each -> words.add("lost: " + each));
        duplicated.stream().limit(TOLD).forEach(each -> words.add("duplicated: " + each));
        wrong.stream().limit(TOLD).forEach(each -> words.add("wrong: " + each));
        return words;
    }
}
