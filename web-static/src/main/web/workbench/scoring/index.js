import { FormsPage } from './forms.js';
import { RequestsPage } from './requests.js';
import { RunPage } from './run.js';
import { YearsPage } from './years.js';

export const routes = {
  '/studies/:studyId/scoring': FormsPage,
  '/studies/:studyId/scoring/years': YearsPage,
  '/studies/:studyId/scoring/requests': RequestsPage,
  '/studies/:studyId/scoring/runs/:runId': RunPage,
};
