import { setTheme } from './setTheme'
import { showTheme } from './showTheme'
import { knownTheme } from './theme'

/** Changes the look at once, in the browser, and has the server remember it. */
export async function chooseTheme(choice: string): Promise<void> {
  const theme = knownTheme(choice)
  showTheme(theme)
  const form = new FormData()
  form.set('theme', theme)
  await setTheme(form)
}
