import { AnalysisPage } from './analysis.js';

export const routes = { '/studies/:studyId/analysis': AnalysisPage };
