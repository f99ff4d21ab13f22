package org.gapwatch.local.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service's image without an engine: the application's folder put together from the boot jar's layers as the
 * Dockerfile does, and the command that its entry point is.
 */
record Image(Path application, List<String> command) {

    private static final Pattern LAYER = Pattern.compile("COPY --from=build /extracted/([a-z-]+)/ \\./");
    private static final Pattern ENTRY_POINT = Pattern.compile("ENTRYPOINT (\\[.*])");

    static Image build(String service, Path folder, Processes processes) throws IOException, InterruptedException {
        var dockerfile = Files.readString(ComposeFile.PROJECT.resolve("Dockerfile"));
        var jar = Files.createDirectories(folder).resolve("application.jar");
        Files.copy(bootJar(service), jar);
        assertThat(processes.run("extract-" + service, folder, List.of(Processes.java(), "-Djarmode=tools", "-jar",
                jar.toString(), "extract", "--layers", "--destination", "extracted"))).isZero();
        var application = Files.createDirectory(folder.resolve("app"));
        for (var layer : LAYER.matcher(dockerfile).results().map(match -> match.group(1)).toList()) {
            copy(folder.resolve("extracted").resolve(layer), application);
        }
        var entryPoint = ENTRY_POINT.matcher(dockerfile).results().findFirst().orElseThrow().group(1);
        return new Image(application, Stream.of(new JsonMapper().readValue(entryPoint, String[].class))
                .map(word -> word.equals("java") ? Processes.java() : word).toList());
    }

    private static Path bootJar(String service) throws IOException {
        var target = ComposeFile.PROJECT.resolve(service).resolve("target");
        try (var jars = Files.newDirectoryStream(target, service + "-*-boot.jar")) {
            return jars.iterator().next();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copied = to.resolve(from.relativize(file));
                Files.createDirectories(copied.getParent());
                Files.copy(file, copied, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
