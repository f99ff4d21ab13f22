/** The whole of Gapwatch in one JVM, seen from outside: by third-party clients, HTTP and the command. */
@NullMarked
package org.gapwatch.local.endtoend;

import org.jspecify.annotations.NullMarked;
