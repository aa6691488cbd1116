package org.rolewright.fairness;

import java.util.Optional;

/**
 * The form as its candidate sees it.
 *
 * @param open whether the candidate's exam is over
 */
record BackgroundView(boolean open, Optional<Background> stated) {}
