/**
 * Outbound mail: written in the transaction that causes it, sent afterwards, tried again until the
 * mail server takes it. Without a mail server it waits in the outbox, where administrators see it.
 */
@org.jspecify.annotations.NullMarked
package org.rolewright.platform.mail;
