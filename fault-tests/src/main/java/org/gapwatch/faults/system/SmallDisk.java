package org.gapwatch.faults.system;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file system of its own, small enough to be filled: a tmpfs. */
public final class SmallDisk implements AutoCloseable {

    private static final int CHUNK = 4_096;

    private final Path directory;
    private final Path filler;

    SmallDisk(Path directory, int megabytes) throws IOException, InterruptedException {
        this.directory = Files.createDirectories(directory);
        filler = directory.resolve("filler");
        run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", directory.toString());
    }

    private static void run(String... command) throws IOException, InterruptedException {
        int answer = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (answer != 0) {
            throw new IOException(List.of(command) + " ended with " + answer
                    + "; this line needs the right to mount a small file system");
        }
    }

    /** Takes all the room that is left. */
    public void fill() throws IOException {
        try (OutputStream out = Files.newOutputStream(filler)) {
            byte[] chunk = new byte[CHUNK];
            while (directory.toFile().getUsableSpace() > 0) {
                out.write(chunk);
            }
        }
    }

    /** Gives it back. */
    public void free() throws IOException {
        Files.delete(filler);
    }

    Path directory() {
        return directory;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("umount", "--lazy", directory.toString());
    }
}
