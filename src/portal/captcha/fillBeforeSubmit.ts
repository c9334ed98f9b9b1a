/**
 * Has a form wait for a value that takes a while: the first event is stopped, the value is asked for, and the form sent once more. Every
 * time it is sent the value is asked for anew.
 *
 * @param input a hidden field in the form
 * @returns what stops it
 */
export function fillBeforeSubmit(
  input: HTMLInputElement,
  getValue: () => Promise<string>,
): () => void {
  const { form } = input
  let state: 'asking' | 'idle' | 'sending' = 'idle'
  const handle = (event: SubmitEvent) => {
    if (state === 'sending') return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (state === 'asking') return
    state = 'asking'
    const { submitter } = event
    // A value that is there at once comes while the event is still under way, and a form is not sent from within its own event.
    const eventIsOver = new Promise((resolve) => setTimeout(resolve))
    void Promise.all([getValue(), eventIsOver]).then(([value]) => {
      input.value = value
      state = 'sending'
      // Its listeners run before it returns: what is sent has the value.
      if (form?.isConnected) form.requestSubmit(submitter)
      state = 'idle'
    })
  }
  // Before React's own listener, which would send the form.
  form?.addEventListener('submit', handle, { capture: true })
  return () => form?.removeEventListener('submit', handle, { capture: true })
}
