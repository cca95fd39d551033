/*
What the server said, kept sealed on the telephone so that the screens open without network. Answers that were pulled to be carried stay until
the server says that they are gone; those that somebody happened to look at are bounded, the oldest go first.
*/
import { DeviceFull, type Change, type SealedStore } from './sealed-store.ts'

/** As it lies in the box `answer`, under the path that was asked; what was only looked at lies under `seen:` and the path. */
export interface KeptAnswer {
  readonly data: unknown
  readonly answeredAt: string
}

export const MOST_SEEN = 5000
/** Characters of one answer that is only looked at: the longest list of sites stays below. */
const MOST_CHARACTERS = 3_000_000
export const SEEN = 'seen:'
/** Answers to a question are dated to the second, what is pulled to the millisecond. */
const DATED_TO_MS = 1000

/** The list of the service worker of a desk (vite.config.ts), and what is only kept where it lies sealed: bags, lots and tags. */
const KEPT =
  /^\/api\/(me|about|status|sites|places|reports|missions|inspections|orders|forms|lots|weighing|number-blocks|flow-points)(\/|$|\?)/
export const isKeptPath = (path: string): boolean => KEPT.test(path)

/** For answers that were pulled: they are never dropped for room. */
export const pulledAnswer = (path: string, answer: KeptAnswer): Change => ({ box: 'answer', key: path, put: answer })
export const pulledAnswerGone = (path: string): readonly Change[] => [
  { box: 'answer', key: path, drop: true },
  { box: 'answer', key: SEEN + path, drop: true },
]

export interface KeptAnswers {
  readonly read: (path: string) => Promise<KeptAnswer | null>
  /** Never fails for lack of room: an answer that is not kept is no loss. */
  readonly keep: (path: string, answer: KeptAnswer) => Promise<void>
}

export function keptAnswers(store: SealedStore, most: number = MOST_SEEN): KeptAnswers {
  let seen: string[] | null = null
  const seenKeys = async (): Promise<string[]> => {
    seen ??= (await store.keys('answer')).filter((key) => key.startsWith(SEEN))
    return seen
  }
  const read = async (path: string): Promise<KeptAnswer | null> => {
    const [pulled, looked] = await Promise.all([store.read('answer', path), store.read('answer', SEEN + path)])
    const found = [pulled, looked].filter(isKeptAnswer)
    return found.toSorted((a, b) => (a.answeredAt < b.answeredAt ? 1 : -1))[0] ?? null
  }
  const oldest = async (count: number): Promise<readonly Change[]> => {
    const gone = (await seenKeys()).splice(0, count)
    return gone.map((key): Change => ({ box: 'answer', key, drop: true }))
  }
  return {
    read,
    keep: async (path, answer) => {
      if (!isKeptPath(path) || (JSON.stringify(answer.data)?.length ?? MOST_CHARACTERS) >= MOST_CHARACTERS) return
      const [pulled, before] = await Promise.all([store.read('answer', path), read(path)])
      // On a slow link an answer may come after a newer one: what was carried meanwhile is not told a second time.
      if (before !== null && Date.parse(before.answeredAt) >= Date.parse(answer.answeredAt) + DATED_TO_MS) return
      const isPulled = pulled !== undefined
      const key = isPulled ? path : SEEN + path
      const known = await seenKeys()
      const isNew = !isPulled && !known.includes(key)
      const room = isNew && known.length >= most ? await oldest(known.length - most + 1) : []
      const put: Change = { box: 'answer', key, put: answer }
      try {
        await store.write([...room, put])
      } catch (error) {
        if (!(error instanceof DeviceFull)) throw error
        await store.write(await oldest(200)).catch(() => undefined)
        return
      }
      if (isNew) known.push(key)
    },
  }
}

const isKeptAnswer = (value: unknown): value is KeptAnswer =>
  typeof value === 'object' && value !== null && 'data' in value && 'answeredAt' in value && typeof value.answeredAt === 'string'
