package org.gapwatch.local.command;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.gapwatch.local.settings.Settings;
import org.gapwatch.local.stack.Stack;
import org.gapwatch.local.terminal.Terminal;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** A stack that runs until the process is told to stop (Ctrl-C, SIGTERM), with its log in a file. */
final class StackRun {

    private final Settings settings;
    private final Path data;
    private final Terminal terminal;
    private final Stack stack;
    private volatile boolean stopping;

    StackRun(Settings settings, Path data, Terminal terminal) {
        this.settings = settings;
        this.data = data;
        this.terminal = terminal;
        logToFile();
        this.stack = new Stack(data);
    }

    Stack stack() {
        return stack;
    }

    /** What a command does once all is ready. */
    interface Work {
        void run() throws Exception;
    }

    /** Starts all, does the work, and goes on until the process is told to stop. */
    int run(Work work) throws Exception {
        try {
            start();
            work.run();
        } catch (Exception e) {
            // What fails because all is being stopped needs no telling.
            if (!stopping) {
                throw e;
            }
        }
        new CountDownLatch(1).await();
        return 0;
    }

    /** Starts all, and says where things are. */
    void start() throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "gapwatch-stop"));
        terminal.line("Data  " + data.toAbsolutePath().normalize());
        terminal.line("Log   " + logFile().toAbsolutePath().normalize());
        terminal.passing("Starting Kafka, MongoDB and three services ...");
        var began = System.nanoTime();
        stack.start(settings);
        terminal.line(
                String.format(Locale.ROOT, "Ready in %.1f s. Ctrl-C stops it.", (System.nanoTime() - began) / 1e9));
    }

    void printAddresses() {
        terminal.line("");
        terminal.line("Feed of alerts   " + stack.alerts().resolve("/api/alerts/stream"));
        terminal.line("Alerts           " + stack.alerts().resolve("/api/alerts"));
        terminal.line("Capabilities     " + stack.alerts().resolve("/api/capabilities"));
        terminal.line("Publish          " + stack.production().resolve("/api/events") + "  "
                + stack.procurement().resolve("/api/events"));
        terminal.line("Kafka            " + stack.bootstrapServers()
                + "  gapwatch.intake.production  gapwatch.intake.procurement");
        terminal.line("Console          " + stack.alerts().resolve("/"));
        terminal.line("API documents    " + stack.alerts().resolve("/openapi.yaml") + "  "
                + stack.alerts().resolve("/asyncapi.yaml"));
        terminal.line("                 " + stack.production().resolve("/openapi.yaml") + "  "
                + stack.procurement().resolve("/openapi.yaml"));
        terminal.line("");
    }

    private void stop() {
        stopping = true;
        var running = stack.isRunning();
        if (running) {
            terminal.line("Stopping ...");
        }
        stack.close();
        if (running) {
            terminal.line("Stopped.");
        }
    }

    private Path logFile() {
        return data.resolve("logs/gapwatch.log");
    }

    /** Before the first logger is asked for. */
    private void logToFile() {
        System.setProperty("gapwatch.log", logFile().toString());
        System.setProperty("logback.configurationFile", "org/gapwatch/local/stack-logback.xml");
        // Tomcat logs by java.util.logging.
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }
}
