/**
 * Everything a view is drawn with. All are functions from state to lit-html; none fetches and none keeps state
 * (a dialog and a toast, which stand over the page, excepted). Options are described where each is defined.
 *
 * Page: pageHead, notice, problemNotice, failed, loading, empty, badge, stats, more
 * Input: textField, textArea, numberField, selectField, passwordField, field, formValues, choice, choices, checkbox,
 *        bound, filled (fields tied to a draft), scale (rating cells; ABSENT is "I do not do this"), csvInput
 * Output: table (sortable; cards on phones; long ones begin with FIRST_ROWS), sorted, figure, figureWidth, importPreview, progress, saveState, river
 * Moving: button, linkButton, tabs (within a page), linkTabs (between pages), ask (with reason), openDialog (a form), toast
 */
export { html, nothing, svg } from '../vendor/lit-html/lit-html.js';
export { keyed } from '../vendor/lit-html/directives/keyed.js';
export { live } from '../vendor/lit-html/directives/live.js';
export { repeat } from '../vendor/lit-html/directives/repeat.js';
export { classMap } from '../vendor/lit-html/directives/class-map.js';
export { ifDefined } from '../vendor/lit-html/directives/if-defined.js';
export { button, linkButton } from './button.js';
export { checkbox, choice, choices } from './choice.js';
export { ask, openDialog } from './dialog.js';
export { bound, filled } from './draft.js';
export { field, formValues, numberField, passwordField, selectField, textArea, textField } from './field.js';
export { figure, figureWidth } from './figure.js';
export { icon } from './icon.js';
export { csvInput, importPreview } from './import.js';
export { languageSwitch, themeSwitch } from './language.js';
export { badge, empty, failed, loading, more, notice, pageHead, problemNotice, problemWords, stats } from './page.js';
export { progress, saveState } from './progress.js';
export { river } from './river.js';
export { ABSENT, scale } from './scale.js';
export { FIRST_ROWS, sorted, table } from './table.js';
export { linkTabs, tabs } from './tabs.js';
export { toast } from './toast.js';
