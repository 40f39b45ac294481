/**
 * Browsers keep a left page whole, to show it at once on Back, even after signing out and whatever the server says about
 * caching. So a page that is left is emptied, and one that is shown again from there is loaded anew.
 */
export function blankWhenLeft(root: HTMLElement): void {
  window.addEventListener('pagehide', () => {
    // After the listeners of the page itself, which still bring words to safety.
    root.replaceChildren();
    document.title = 'Group supervision';
  });
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) window.location.reload();
  });
}
