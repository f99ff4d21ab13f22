package org.gapwatch.alerts.service;

/** Records as the stream publishes them. */
public final class Samples {

    private Samples() {
    }

    public static String alertId(String capability, String openedOn) {
        return capability + ":COVERAGE:" + openedOn;
    }

    /** An alert of COVERAGE, in that status. */
    public static String alert(String capability, String openedOn, String status, String severity, int revision) {
        boolean resolved = status.equals("RESOLVED");
        var resolution = resolved
                ? ",{\"on\":\"2026-11-01\",\"phase\":\"RESOLVED\",\"severity\":\"WATCH\",\"gap\":0,\"base\":1000}"
                : "";
        return """
                {"alertId":"%s","capability":"%s","measure":"COVERAGE","status":"%s","phase":"%s","severity":"%s",\
                "openedOn":"%s","resolvedOn":%s,"outcome":%s,"asOf":"2026-11-23","gap":901.079,"base":2703.352,\
                "change":-300,"peakMonth":"2026-12","extraMonthlyOutput":901.079,"revision":%d,"news":"%s",\
                "transitions":[{"on":"%s","phase":"WIDENING","severity":"WATCH","gap":10,"base":1000}%s]}"""
                .formatted(alertId(capability, openedOn), capability, status, resolved ? "RESOLVED" : "WIDENING",
                        severity,
                        openedOn, resolved ? "\"2026-11-01\"" : "null", resolved ? "\"CLOSED\"" : "null", revision,
                        resolved ? "RESOLVED" : "UPDATED", openedOn, resolution);
    }

    public static String active(String capability, String openedOn, int revision) {
        return alert(capability, openedOn, "ACTIVE", "CRITICAL", revision);
    }

    /** Today's state of COVERAGE. */
    public static String coverage(String capability) {
        return """
                {"capability":"%s","measure":"COVERAGE","firstDay":"2025-12-30","asOf":"2026-11-23","gap":410.724,\
                "base":2652.167,"change":-12.5,"trend":"NARROWING","level":"WATCH","severity":null,"alertId":null,\
                "peakMonth":"2026-11","extraMonthlyOutput":290.061,"ahead":[{"month":"2026-11","due":5,\
                "cumulativeDue":5,"capacity":2.5,"cumulativeSupply":2.5}],"why":{"month":"2027-01","since":"2026-08-23",\
                "total":-1127,"parts":[{"cause":"ORDERED","amount":564},{"cause":"ELAPSED","amount":-1691}]}}"""
                .formatted(capability);
    }

    /** Today's state of OUTPUT. */
    public static String output(String capability) {
        return """
                {"capability":"%s","measure":"OUTPUT","firstDay":"2025-12-30","asOf":"2026-11-23","gap":-3,\
                "base":9999999999999999999.999,"change":0,"trend":"HOLDING","level":null,"severity":null,"alertId":null,\
                "closesIn":null,"extraMonthlyOutput":0,"ahead":[{"month":"2026-11","own":5,"reference":2}]}"""
                .formatted(capability);
    }

    /** A year of a series. */
    public static String year(String capability, String measure, int year, String until, String series) {
        return "{\"capability\":\"%s\",\"measure\":\"%s\",\"year\":%d,\"until\":\"%s\",\"series\":%s}"
                .formatted(capability, measure, year, until, series);
    }
}
