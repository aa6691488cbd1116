import { CertificateLineagePage } from './certificate.js';
import { ItemLineagePage } from './item.js';
import { StudyLineagePage } from './study.js';
import { TaskLineagePage } from './task.js';

export const routes = {
  '/studies/:studyId/lineage': StudyLineagePage,
  '/studies/:studyId/lineage/tasks/:taskId': TaskLineagePage,
  '/studies/:studyId/lineage/certificates/:number': CertificateLineagePage,
  '/studies/:studyId/lineage/items/:itemId': ItemLineagePage,
};
