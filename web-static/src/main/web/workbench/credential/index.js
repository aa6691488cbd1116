import { RegistryPage } from './registry.js';

export const routes = { '/studies/:studyId/credential': RegistryPage };
