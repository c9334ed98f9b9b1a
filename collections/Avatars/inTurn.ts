/** A photo of 40 megapixels takes some 160 MB while it is decoded. */
const atOnce = 2

let running = 0
const waiting: (() => void)[] = []

/** Runs a task when fewer than two are running, so that many photos at once do not fill the memory. */
export async function inTurn<Result>(task: () => Promise<Result>): Promise<Result> {
  if (running >= atOnce) await new Promise<void>((start) => waiting.push(start))
  else running += 1
  try {
    return await task()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}
