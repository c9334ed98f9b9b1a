import type { Theme } from './theme'

/** Changes the look of the portal in the browser, at once. */
export function showTheme(theme: Theme): void {
  for (const portal of document.querySelectorAll<HTMLElement>('[data-license-portal]')) {
    portal.dataset.theme = theme
  }
}
