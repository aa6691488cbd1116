import { StudiesPage } from './studies.js';

export const routes = { '/studies': StudiesPage };
