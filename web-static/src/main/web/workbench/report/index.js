import { FormReportPage } from './form.js';
import { ReportPage } from './report.js';

export const routes = {
  '/studies/:studyId/report': ReportPage,
  '/studies/:studyId/report/forms/:formId': FormReportPage,
};
