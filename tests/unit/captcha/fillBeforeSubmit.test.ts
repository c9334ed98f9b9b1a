import { setTimeout } from 'node:timers/promises'

import { expect, it } from 'vitest'

import { fillBeforeSubmit } from '../../../src/portal/captcha/fillBeforeSubmit'

/** As much of a form as is needed: `sent` has the field's value at each time that it was sent. */
class Form extends EventTarget {
  isConnected = true
  sent: string[] = []
  input = { form: this, value: '' }

  requestSubmit() {
    const event = new Event('submit', { cancelable: true })
    if (this.dispatchEvent(event)) this.sent.push(this.input.value)
  }
}

function formThatAsks(getValue: () => Promise<string>) {
  const form = new Form()
  const stop = fillBeforeSubmit(form.input as unknown as HTMLInputElement, getValue)
  return { form, stop }
}

it('sends the form once with the value, however often the button is pressed meanwhile', async () => {
  let count = 0
  const { form } = formThatAsks(async () => setTimeout(5, `token ${++count}`))
  form.requestSubmit()
  form.requestSubmit()
  expect(form.sent).toEqual([])
  await setTimeout(20)
  expect(form.sent).toEqual(['token 1'])
})

it('asks anew for the next try', async () => {
  let count = 0
  const { form } = formThatAsks(async () => `token ${++count}`)
  form.requestSubmit()
  await setTimeout(1)
  form.requestSubmit()
  await setTimeout(1)
  expect(form.sent).toEqual(['token 1', 'token 2'])
})

it('does not send a form that is gone', async () => {
  const { form } = formThatAsks(async () => 'token')
  form.requestSubmit()
  form.isConnected = false
  await setTimeout(1)
  expect(form.sent).toEqual([])
})

it('leaves the form alone when it is stopped', () => {
  const { form, stop } = formThatAsks(async () => 'token')
  stop()
  form.requestSubmit()
  expect(form.sent).toEqual([''])
})
