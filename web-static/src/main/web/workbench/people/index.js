import { PeoplePage } from './people.js';

export const routes = { '/people': PeoplePage };
