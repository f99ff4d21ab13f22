package org.gapwatch.embedded;

import java.nio.file.Path;

/** Another process, or another server of this one, has its data in the directory. */
public final class DirectoryInUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DirectoryInUseException(Path directory) {
        super("The data directory " + directory
                + " is in use by another process. Stop that one, or choose another directory.");
    }
}
