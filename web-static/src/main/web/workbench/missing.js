import { t } from '../core/i18n.js';
import { Page } from '../core/page.js';
import { empty, linkButton } from '../ui/index.js';

/** An address that leads nowhere. */
export class MissingPage extends Page {
  get title() {
    return t('core.notFound');
  }

  view() {
    return empty({ title: t('core.notFound'), text: t('workbench.missing'), action: linkButton({ label: t('workbench.studies'), href: '#/studies', kind: 'primary' }) });
  }
}
