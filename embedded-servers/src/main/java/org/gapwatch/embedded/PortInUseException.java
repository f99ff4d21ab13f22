package org.gapwatch.embedded;

/** Something else listens on the port that an embedded server was to use. */
public final class PortInUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int port;

    PortInUseException(String server, int port, Throwable cause) {
        super(server + " cannot start: port " + port
                + " on 127.0.0.1 is in use. Stop what listens there, or choose another port.", cause);
        this.port = port;
    }

    /** The port, 1 to 65535. */
    public int port() {
        return port;
    }
}
