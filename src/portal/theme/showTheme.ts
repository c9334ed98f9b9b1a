import type { Theme } from './theme'

/** Changes the look of the portal in the browser, at once. */
export function showTheme(theme: Theme): void {
  const portal = document.querySelector<HTMLElement>('[data-portal]')
  if (portal) portal.dataset.theme = theme
}
