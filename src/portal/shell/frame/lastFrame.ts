import type { FrameLook } from './Frame'

let last: FrameLook | null = null

/** Keeps how a frame was set up, in the browser: on the server, pages of several visitors are rendered side by side. */
export function rememberFrame(look: FrameLook): void {
  if (typeof document !== 'undefined') last = look
}

/** How the last frame was set up that this browser showed since it loaded the page. */
export function lastFrame(): FrameLook | null {
  return last
}
