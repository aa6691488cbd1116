import { NewStudyPage } from './new-study.js';
import { StudiesPage } from './studies.js';
import { StudyPage } from './study.js';

export const routes = { '/studies': StudiesPage, '/studies/new': NewStudyPage, '/studies/:studyId/study': StudyPage };
