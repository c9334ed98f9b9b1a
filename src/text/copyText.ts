/**
 * Puts a text on the clipboard. Browsers offer their clipboard to https pages only; on plain http it is reached by a
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
  Object.assign(area.style, { height: '1px', opacity: '0', position: 'fixed', width: '1px' })
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
