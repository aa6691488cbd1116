import { t } from '../../core/i18n.js';
import { passwordField } from '../../ui/index.js';

/** Long is enough: no rules on what a password is made of. @param {string} error */
export function newPassword(error) {
  return passwordField({ name: 'password', label: t('account.newPassword'), hint: t('account.passwordHint'), autocomplete: 'new-password', required: true, error });
}
