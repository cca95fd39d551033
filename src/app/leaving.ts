/*
Before the page is loaded anew nothing may still be on its way to the flash: a camera that is open, a picture that is being made smaller, a text that is
written behind. Whoever has such a thing says so here; whoever reloads waits for it, but not for ever. It knows nothing of what is kept, or where.
*/
const MOST_MS = 15_000
/** With the camera in front the page is hidden, and what was photographed comes only with the page. */
const MOST_AWAY_MS = 600_000
const TICK_MS = 100

const open = new Set<symbol>()
let settled: () => Promise<void> = async () => undefined
let leaving: Promise<void> | null = null

/** Something is on its way to the flash until the answer is called. */
export function onItsWay(): () => void {
  const one = Symbol('on its way')
  open.add(one)
  return () => void open.delete(one)
}

/** What is asked last: whether all that was written behind is on the flash. */
export const settleBeforeLeaving = (act: () => Promise<void>): void => {
  settled = act
}

/** Resolves when all is kept, or when it took too long: a storage that hangs must not keep a key in memory. */
export async function allKept(isShown: () => boolean = () => document.visibilityState !== 'hidden'): Promise<void> {
  const began = Date.now()
  // Counted by ticks: a page that slept has its whole time when it is shown again.
  let shownMs = 0
  while (open.size > 0 && (isShown() ? shownMs < MOST_MS : Date.now() - began < MOST_AWAY_MS)) {
    await pause(TICK_MS)
    if (isShown()) shownMs += TICK_MS
  }
  await Promise.race([settled().catch(() => undefined), pause(MOST_MS)])
}

/** Loads the page anew once all is kept; asked twice it is done once. */
export function reloadWhenKept(): void {
  leaving ??= allKept().finally(() => location.reload())
}

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds))
