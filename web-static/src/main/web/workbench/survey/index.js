import { SurveyPage } from './survey.js';
import { SurveysPage } from './surveys.js';

export const routes = { '/studies/:studyId/survey': SurveysPage, '/studies/:studyId/survey/:surveyId': SurveyPage };
