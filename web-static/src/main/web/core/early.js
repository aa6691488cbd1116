// Runs before the first paint, so that a chosen theme or language never flashes the other one.
(() => {
  try {
    const theme = localStorage.getItem('rolewright.theme');
    if (theme) document.documentElement.dataset.theme = theme;
    const language = localStorage.getItem('rolewright.language');
    if (language) document.documentElement.lang = language;
  } catch {
    // Storage is forbidden: the defaults stand.
  }
})();
