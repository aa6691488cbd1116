import { AuditPage } from './audit.js';

export const routes = { '/audit': AuditPage };
