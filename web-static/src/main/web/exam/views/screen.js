import { loading } from '../../ui/page.js';
import { html } from '../../vendor/lit-html/lit-html.js';
import { codeView } from './code.js';
import { frame, plainFrame } from './frame.js';
import { questionView } from './question.js';
import { reviewView } from './review.js';

/**
 * @typedef {import('../app.js').App} App
 * @typedef {import('../sitting.js').Sitting} Sitting
 */

// What most minutes of an exam do not need comes when it is needed.
const closedView = lazily(async () => (await import('./closed.js')).closedView);
const introView = lazily(async () => (await import('./intro.js')).introView);
const restView = lazily(async () => (await import('./rest.js')).restView);
const standing = lazily(async () => (await import('./standing.js')).standing);

/** The whole page. @param {App} app */
export function screenView(app) {
  if (app.loading) return html`<main class="exam-page">${loading()}</main>`;
  const { sitting } = app;
  if (!sitting) return plainFrame(codeView(app));
  switch (sitting.screen) {
    case 'question':
      return frame(app, sitting, questionView(app, sitting));
    case 'review':
      return frame(app, sitting, reviewView(app, sitting));
    case 'break':
      return frame(app, sitting, restView(app, sitting));
    case 'start':
      return plainFrame(introView(app, sitting));
    case 'waiting':
      return plainFrame(app.step === 0 ? introView(app, sitting) : standing(app, sitting));
    case 'closed':
      return plainFrame(closedView(app, sitting));
    default:
      return frame(app, sitting, standing(app, sitting));
  }
}

/** @param {() => Promise<(app: App, sitting: Sitting) => unknown>} load @returns {(app: App, sitting: Sitting) => unknown} */
function lazily(load) {
  /** @type {((app: App, sitting: Sitting) => unknown) | undefined} */
  let view;
  return (app, sitting) => {
    if (view) return view(app, sitting);
    load().then(loaded => ((view = loaded), app.move()), () => undefined);
    return loading();
  };
}
