/**
 * Talks to services that run, over HTTP only: publishes files of events, reads capabilities and alerts, follows the feed. A service that does
 * not answer is an error that names its address and variable.
 */
@NullMarked
package org.gapwatch.local.client;

import org.jspecify.annotations.NullMarked;
