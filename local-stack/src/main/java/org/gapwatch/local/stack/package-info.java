/**
 * The whole of Gapwatch in this JVM. In: {@link org.gapwatch.local.settings.Settings} and a data directory. Out: a running
 * {@link org.gapwatch.local.stack.Stack}, or an error that says what stands in the way, found before anything was started where it can be.
 */
@NullMarked
package org.gapwatch.local.stack;

import org.jspecify.annotations.NullMarked;
