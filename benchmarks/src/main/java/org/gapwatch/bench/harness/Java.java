package org.gapwatch.bench.harness;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts main classes as processes of their own. */
public final class Java {

    private static final List<String> QUIET = List
            .of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

    private Java() {
    }

    /** Starts a main class of this class path; the process writes its errors to a file, its output is for the caller. */
    public static Process start(Class<?> main, List<String> options, List<String> arguments, Path errors)
            throws IOException {
        return start(classPath(), main.getName(), options, arguments, errors);
    }

    /** This process's class path. */
    public static String classPath() {
        return System.getProperty("java.class.path");
    }

    /** Starts a main class of some class path. */
    public static Process start(String classPath, String main, List<String> options, List<String> arguments,
            Path errors) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(QUIET);
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        // Ctrl-C ends this process without closing anything.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return process;
    }
}
