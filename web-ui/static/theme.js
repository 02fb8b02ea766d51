// Runs before the first paint, so that a chosen theme never flashes.
try {
  var theme = localStorage.getItem('aulari.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage can be forbidden: the system's theme is then used.
}
