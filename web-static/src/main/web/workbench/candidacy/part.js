import { t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { hasRole } from '../../core/session.js';
import { html, linkTabs, notice, pageHead } from '../../ui/index.js';

/** A page about candidates: the parts as tabs, and nothing for who may not see candidates. */
export class CandidacyPage extends Page {
  get study() {
    return this.where.params.studyId;
  }

  get base() {
    return `#/studies/${this.study}/candidacy`;
  }

  /** Whether to ask the service at all. */
  get may() {
    return hasRole('administrator', 'certificationExpert');
  }

  /** @param {'' | '/page' | '/windows' | '/accommodations'} part @param {unknown} content @param {unknown} [actions] */
  frame(part, content, actions) {
    const links = [
      { href: this.base, label: t('candidacy.tab.applications') },
      { href: `${this.base}/page`, label: t('candidacy.tab.page') },
      { href: `${this.base}/windows`, label: t('candidacy.tab.windows') },
      ...(hasRole('administrator') ? [{ href: `${this.base}/accommodations`, label: t('candidacy.tab.accommodations') }] : []),
    ];
    return html`<div class="stack loose">
      ${pageHead({ title: this.title, lead: t('candidacy.lead'), actions })}
      ${this.may ? html`${linkTabs({ label: t('candidacy.title'), links, current: this.base + part })}${content}` : notice(t('candidacy.notForYou'))}
    </div>`;
  }
}
