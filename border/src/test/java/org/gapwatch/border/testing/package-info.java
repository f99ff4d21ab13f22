/**
 * What the tests of the front services share: real servers, a running service, and eyes on the topics.
 *
 * Start with {@link org.gapwatch.border.testing.RunningService}.
 */
@NullMarked
package org.gapwatch.border.testing;

import org.jspecify.annotations.NullMarked;
