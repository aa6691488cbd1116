// Runs before the first paint, so that a chosen theme or language never flashes the other one, and asks for the words
// that the page will need (`data-words`) before its modules are there.
(() => {
  const LANGUAGES = ['en', 'es'];
  const { words = '' } = document.currentScript?.dataset ?? {};
  let chosen = null;
  try {
    const theme = localStorage.getItem('rolewright.theme');
    if (theme) document.documentElement.dataset.theme = theme;
    chosen = localStorage.getItem('rolewright.language');
    if (chosen) document.documentElement.lang = chosen;
  } catch {
    // Storage is forbidden: the defaults stand.
  }
  const wishes = [chosen, ...navigator.languages].map(wish => wish?.split('-')[0] ?? '');
  const language = wishes.find(wish => LANGUAGES.includes(wish)) ?? 'en';
  for (const area of words.split(' ').filter(Boolean)) {
    const href = new URL(`../i18n/${language}/${area}.json`, document.baseURI).href;
    document.head.append(Object.assign(document.createElement('link'), { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href }));
  }
})();
