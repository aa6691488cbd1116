import { BlueprintPage } from './blueprint.js';

export const routes = { '/studies/:studyId/blueprint': BlueprintPage };
