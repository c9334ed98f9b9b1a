type Fields = Record<string, string>
type GivenFields = Fields | ((html: string) => Fields)

/** What a browser without JavaScript does with the portal: keeps cookies, reads pages, sends their forms. */
export type Browser = {
  cookies: () => { name: string; value: string }[]
  /** Asks for a file, wherever its address leads. */
  file: (path: string, init?: RequestInit) => Promise<Response>
  /** Fills in the form of a page that has these fields, with what the page fills in itself. What they hold may be read from the page. @returns what sends it */
  fill: (path: string, fields: GivenFields) => Promise<() => Promise<Response>>
  get: (path: string) => Promise<{ html: string; path: string; status: number }>
  /** Asks without following where the answer leads. */
  send: (path: string, init?: RequestInit) => Promise<Response>
  /** Fills in a form and sends it. */
  submit: (path: string, fields: GivenFields) => Promise<Response>
}

/**
 * Opens one.
 *
 * @param origin the address of the site
 */
export function openBrowser(origin: string): Browser {
  const cookies = new Map<string, string>()
  const send = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { cookie, origin, ...(init.headers as Record<string, string> | undefined) }
    const response = await fetch(new URL(path, origin), { ...init, headers, redirect: 'manual' })
    for (const each of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(each) ?? []
      cookies.set(name, value)
    }
    return response
  }
  const file = async (path: string, init?: RequestInit): Promise<Response> => {
    const response = await send(path, init)
    const location = response.headers.get('location')
    return location ? send(location, init) : response
  }
  const get = async (path: string): ReturnType<Browser['get']> => {
    const response = await send(path)
    const location = response.headers.get('location')
    if (location) return get(new URL(location, origin).pathname)
    return { html: await response.text(), path, status: response.status }
  }
  const fill: Browser['fill'] = async (path, given) => {
    const { html } = await get(path)
    const fields = typeof given === 'function' ? given(html) : given
    const body = new FormData()
    for (const [name, value] of hiddenFields(formWith(html, Object.keys(fields)))) {
      body.set(name, value)
    }
    for (const [name, value] of Object.entries(fields)) body.set(name, value)
    return () => send(path, { body, method: 'POST' })
  }
  return {
    cookies: () => [...cookies].map(([name, value]) => ({ name, value })),
    file,
    fill,
    get,
    send,
    submit: async (path, given) => (await fill(path, given))(),
  }
}

function formWith(html: string, names: string[]): string {
  const forms = html.match(/<form[\s\S]*?<\/form>/g) ?? []
  const form = forms.find((each) => names.every((name) => each.includes(`name="${name}"`)))
  if (!form) throw new Error(`There is no form with ${names.join(', ')}.`)
  return form
}

function hiddenFields(form: string): [name: string, value: string][] {
  return (form.match(/<input[^>]*type="hidden"[^>]*>/g) ?? []).map((input) => [
    attribute(input, 'name'),
    attribute(input, 'value'),
  ])
}

function attribute(tag: string, name: string): string {
  const [, value = ''] = new RegExp(` ${name}="([^"]*)"`).exec(tag) ?? []
  return value.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&')
}
