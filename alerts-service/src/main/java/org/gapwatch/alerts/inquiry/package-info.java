/**
 * Questions about a capability that a few entities' statements and what is published answer: what would be if (
 * {@link org.gapwatch.alerts.inquiry.WhatIf}), which statements are behind a part of why
 * ({@link org.gapwatch.alerts.inquiry.Behind}), and how it stood on a past day
 * ({@link org.gapwatch.alerts.inquiry.PastDay}). Pure, as the core is whose folds, ledger and gauges it uses.
 */
@NullMarked
package org.gapwatch.alerts.inquiry;

import org.jspecify.annotations.NullMarked;
