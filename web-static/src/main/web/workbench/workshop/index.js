import { ImportPage } from './import.js';
import { WorkshopPage } from './workshop.js';

export const routes = { '/studies/:studyId/workshop': WorkshopPage, '/studies/:studyId/workshop/import': ImportPage };
