import { OutboxPage } from './outbox.js';

export const routes = { '/outbox': OutboxPage };
