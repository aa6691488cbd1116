import { CarryPage } from './carry.js';
import { CheckPage } from './check.js';
import { ItemPage } from './item/page.js';
import { ItemsPage } from './items.js';
import { LibraryPage } from './library/library.js';
import { ReviewPage } from './review/page.js';
import { ReviewsPage } from './review/reviews.js';
import { RulesPage } from './rules.js';
import { SetsPage } from './sets.js';
import { CoveragePage } from './writing/coverage.js';
import { ImportPage } from './writing/import.js';

export const routes = {
  '/studies/:studyId/itembank': ItemsPage,
  '/studies/:studyId/itembank/coverage': CoveragePage,
  '/studies/:studyId/itembank/reviews': ReviewsPage,
  '/studies/:studyId/itembank/reviews/:versionId': ReviewPage,
  '/studies/:studyId/itembank/library': LibraryPage,
  '/studies/:studyId/itembank/sets': SetsPage,
  '/studies/:studyId/itembank/check': CheckPage,
  '/studies/:studyId/itembank/rules': RulesPage,
  '/studies/:studyId/itembank/import': ImportPage,
  '/studies/:studyId/itembank/carry': CarryPage,
  '/studies/:studyId/itembank/items/:itemId': ItemPage,
};
