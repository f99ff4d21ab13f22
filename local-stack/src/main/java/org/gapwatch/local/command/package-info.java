/**
 * The commands of {@code gapwatch}. In: arguments and the environment. Out: text for people and an exit code: 0 done, 1 it could not be done,
 * 2 not understood. Start with {@link org.gapwatch.local.command.DemoCommand}.
 */
@NullMarked
package org.gapwatch.local.command;

import org.jspecify.annotations.NullMarked;
