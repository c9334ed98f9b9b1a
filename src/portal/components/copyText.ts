/**
 * Puts a text on the clipboard. Browsers offer their clipboard to https pages only; a portal on plain http gets there by a
 * selection.
 *
 * @returns whether it worked
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}

function copyBySelection(text: string): boolean {
  const focused = document.activeElement
  const area = document.createElement('textarea')
  area.value = text
  area.className = 'sr-only'
  area.setAttribute('aria-hidden', 'true')
  // Beside what has the focus: within a dialog that is open, and where the portal's styles hold.
  const beside = focused === document.body ? null : focused?.parentElement
  ;(beside ?? document.body).append(area)
  area.select()
  const isCopied = document.execCommand('copy')
  area.remove()
  if (focused instanceof HTMLElement) focused.focus()
  return isCopied
}
