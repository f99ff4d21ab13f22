package org.gapwatch.local.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.gapwatch.local.settings.Port;
import org.gapwatch.local.settings.Settings;
import org.gapwatch.local.stack.Stack;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests one stack, started when the first needs it and stopped after the last: each test keeps to capabilities of its own. */
final class SharedStack implements ParameterResolver {

    /** Every port is any free one. */
    static final Settings FREE_PORTS = Settings.from(freePorts());

    private record Running(Stack stack) implements AutoCloseable {

        static Running start() {
            try {
                var stack = new Stack(Files.createTempDirectory("gapwatch-stack"));
                stack.start(FREE_PORTS);
                return new Running(stack);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            stack.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stack.class;
    }

    @Override
    public Stack resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(Namespace.GLOBAL)
                .computeIfAbsent(Running.class, _ -> Running.start(), Running.class).stack();
    }

    /** The environment in which a command finds the stack. */
    static Map<String, String> environment(Stack stack) {
        return Map.of(
                Port.PRODUCTION.variable(), String.valueOf(stack.production().getPort()),
                Port.PROCUREMENT.variable(), String.valueOf(stack.procurement().getPort()),
                Port.ALERTS.variable(), String.valueOf(stack.alerts().getPort()));
    }

    private static Map<String, String> freePorts() {
        return Arrays.stream(Port.values()).collect(Collectors.toMap(Port::variable, _ -> "0"));
    }
}
