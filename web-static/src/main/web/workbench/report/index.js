import { ReportPage } from './report.js';

export const routes = { '/studies/:studyId/report': ReportPage };
