import { MinePage } from './mine.js';
import { PanelPage } from './panel.js';
import { PanelsPage } from './panels.js';

export const routes = {
  '/studies/:studyId/standard': PanelsPage,
  '/studies/:studyId/standard/panels/:settingId': PanelPage,
  '/studies/:studyId/standard/mine/:settingId': MinePage,
};
