package org.gapwatch.local.hostile;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;

/** Gathers what is logged, at the levels that {@code ./gapwatch} logs at; Tomcat logs in the JDK's way. */
final class LogWatch implements AutoCloseable {

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();
    private final Queue<String> messages = new ConcurrentLinkedQueue<>();
    private final ThrowableProxyConverter traces = new ThrowableProxyConverter();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            messages.add(event.getLoggerName() + " " + event.getFormattedMessage()
                    + (event.getThrowableProxy() == null ? "" : "\n" + traces.convert(event)));
        }
    };

    private final java.util.logging.Logger jdk = java.util.logging.Logger.getLogger("");
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            messages.add(record.getLoggerName() + " " + new SimpleFormatter().formatMessage(record)
                    + (record.getThrown() == null ? "" : "\n" + record.getThrown()));
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing is open
        }
    };

    LogWatch() {
        jdk.addHandler(handler);
        var warnings = new ThresholdFilter();
        warnings.setLevel(Level.WARN.toString());
        warnings.start();
        root.iteratorForAppenders().forEachRemaining(shown -> shown.addFilter(warnings));
        traces.start();
        appender.setContext(context);
        appender.start();
        root.addAppender(appender);
        root.setLevel(Level.INFO);
    }

    /** Each message, with its stack trace where there is one. */
    List<String> messages() {
        return List.copyOf(messages);
    }

    @Override
    public void close() {
        jdk.removeHandler(handler);
        root.setLevel(before);
        root.detachAppender(appender);
    }
}
