import { FairnessPage } from './fairness.js';

export const routes = { '/studies/:studyId/fairness': FairnessPage };
