import { AccommodationPage } from './accommodation.js';
import { AccommodationsPage } from './accommodations.js';
import { ApplicationPage } from './application.js';
import { ApplicationsPage } from './applications.js';
import { LatePage } from './late.js';
import { OpeningPage } from './opening.js';
import { WindowPage } from './window.js';
import { WindowsPage } from './windows.js';

export const routes = {
  '/studies/:studyId/candidacy': ApplicationsPage,
  '/studies/:studyId/candidacy/applications/:candidateId': ApplicationPage,
  '/studies/:studyId/candidacy/page': OpeningPage,
  '/studies/:studyId/candidacy/windows': WindowsPage,
  '/studies/:studyId/candidacy/windows/:windowId': WindowPage,
  '/studies/:studyId/candidacy/windows/:windowId/late/:sittingId': LatePage,
  '/studies/:studyId/candidacy/accommodations': AccommodationsPage,
  '/studies/:studyId/candidacy/accommodations/:candidateId': AccommodationPage,
};
