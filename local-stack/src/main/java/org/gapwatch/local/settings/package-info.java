/**
 * What a person can set: the environment variables that every command reads. In: the environment. Out: {@link Settings}, whole or not at all;
 * a value that cannot be used is an error that names its variable.
 */
@NullMarked
package org.gapwatch.local.settings;

import org.jspecify.annotations.NullMarked;
