/**
 * The system that is broken: brokers, MongoDB and services, each a process of its own that can be killed, stopped, paused
 * and started again on the same port with the same data.
 *
 * Start with {@link org.gapwatch.faults.system.RunningSystem}.
 */
@NullMarked
package org.gapwatch.faults.system;

import org.jspecify.annotations.NullMarked;
