package org.gapwatch.alerts.compute;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.gapwatch.contract.Event;
import org.gapwatch.contract.codec.EventReader;
import org.gapwatch.contract.codec.Problem;
import org.gapwatch.contract.codec.Reading;

/** Reads events, one a line. Lines are split as bytes, so that the reader sees what is not UTF-8, too. */
final class EventLines {

    private EventLines() {
    }

    static List<Event> read(InputStream in) throws IOException {
        List<Event> events = new ArrayList<>();
        List<String> complaints = new ArrayList<>();
        InputStream buffered = new BufferedInputStream(in);
        ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
        int number = 1;
        for (int b = buffered.read(); b >= 0; b = buffered.read()) {
            if (b == '\n') {
                readLine(number++, line, events, complaints);
            } else {
                line.write(b);
            }
        }
        readLine(number, line, events, complaints);
        if (!complaints.isEmpty()) {
            throw new UnreadableEventsException(complaints);
        }
        return events;
    }

    private static void readLine(int number, ByteArrayOutputStream line, List<Event> events, List<String> complaints) {
        byte[] json = line.toByteArray();
        line.reset();
        if (isBlank(json)) {
            return;
        }
        switch (EventReader.readStructured(json)) {
            case Reading.Accepted accepted -> events.add(accepted.event());
            case Reading.Rejected rejected ->
                rejected.problems().forEach(problem -> complaints.add(complaint(number, problem)));
        }
    }

    private static String complaint(int line, Problem problem) {
        String where = problem.pointer().isEmpty() ? "" : " " + problem.pointer();
        return "line " + line + where + ": " + problem.detail() + " (" + problem.code().code() + ")";
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
