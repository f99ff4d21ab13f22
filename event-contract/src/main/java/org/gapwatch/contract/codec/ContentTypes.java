package org.gapwatch.contract.codec;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a content type says about an event. */
final class ContentTypes {

    static final String JSON = "application/json";
    static final String STRUCTURED = "application/cloudevents+json";

    /** Longer ones are not looked into. */
    private static final int MOST = 256;
    /** A charset may be given, but no other than UTF-8 and what it contains. Any other parameter goes. */
    private static final String PARAMETERS = "([ \\t]*;[ \\t]*"
            + "([Cc][Hh][Aa][Rr][Ss][Ee][Tt]=\"?([Uu][Tt][Ff]-8|[Uu][Ss]-[Aa][Ss][Cc][Ii][Ii])\"?"
            + "|(?![Cc][Hh][Aa][Rr][Ss][Ee][Tt]=)[!-:<>-~]+=[!-:<-~]*))*";
    /**
     * The same as in the JSON Schema of the envelope. An event's data are no CloudEvent: in binary mode, theirs is the
     * record's content type, and would say that the value is an event in structured mode.
     */
    private static final Pattern JSON_DATA = Pattern
            .compile("(?![Aa][Pp][Pp][Ll][Ii][Cc][Aa][Tt][Ii][Oo][Nn]/[Cc][Ll][Oo][Uu][Dd][Ee][Vv][Ee][Nn][Tt][Ss])"
                    + "[!-.0-:<-~]+/([!-.0-:<-~]+\\+)?[Jj][Ss][Oo][Nn]" + PARAMETERS);

    private static final Pattern STRUCTURED_EVENT = Pattern.compile("(?i:application/cloudevents\\+json)" + PARAMETERS);

    private ContentTypes() {
    }

    /** Whether data of this content type are JSON in UTF-8. */
    static boolean isJson(String contentType) {
        return contentType.equals(JSON)
                || (contentType.length() <= MOST && JSON_DATA.matcher(contentType).matches());
    }

    /** Whether an event of this content type is one that says itself that it is a CloudEvent: structured, or a batch. */
    static boolean isCloudEvents(String contentType) {
        return mediaType(contentType).startsWith("application/cloudevents");
    }

    /** Whether it is the one content type of structured mode that is read here. */
    static boolean isStructured(String contentType) {
        return contentType.length() <= MOST && STRUCTURED_EVENT.matcher(contentType).matches();
    }

    private static String mediaType(String contentType) {
        int end = contentType.indexOf(';');
        return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }
}
