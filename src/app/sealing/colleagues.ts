/*
Whose key is whose, as this person has seen it: the first key of a colleague is believed and remembered, another one later stops the sealing until the two have compared digits by voice.
Without this the server could hand out a key of its own as a colleague's. Kept per account, without names: each colleague is a hash, so that who finds the store learns no team.
*/
import type { KeyHolder } from '../../modules/cases/contract-keys.ts'
import { type Outcome, accepted, refused } from '../../kernel/outcome.ts'
import { fromUtf8, toBase64 } from '../field/keys.ts'
import { fingerprint } from './fingerprint.ts'

/** The browser's own storage, or the sealed one of a telephone. */
export interface SmallStore {
  readonly getItem: (name: string) => string | null
  readonly setItem: (name: string, value: string) => void
}
export type Seen = 'first' | 'same' | 'changed'

export interface Colleagues {
  readonly seen: (holder: Pick<KeyHolder, 'account' | 'publicKey'>) => Promise<Seen>
  /**
   * Remembers keys that were never seen, and lets nothing through when one is another than before.
   * Refuses with `colleague-key-changed` (account, before, now: digits to be compared).
   */
  readonly admit: <Holder extends Pick<KeyHolder, 'account' | 'publicKey'>>(
    holders: readonly Holder[],
  ) => Promise<Outcome<readonly Holder[]>>
  /** After the two have compared the digits by voice. */
  readonly trustChanged: (holder: Pick<KeyHolder, 'account' | 'publicKey'>) => Promise<void>
}

export function colleaguesOf(account: string, store: SmallStore): Colleagues {
  const name = `chanzo.colleagues.${account}`
  const read = (): ReadonlyMap<string, string> => readPairs(store.getItem(name))
  const keep = (known: ReadonlyMap<string, string>): void => store.setItem(name, JSON.stringify([...known]))
  const tagOf = async (other: string): Promise<string> =>
    toBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', fromUtf8(`${account}\n${other}`)))).slice(0, 22)
  const look = async ({ account: other, publicKey }: Pick<KeyHolder, 'account' | 'publicKey'>) => {
    const [tag, now] = await Promise.all([tagOf(other), fingerprint(publicKey)])
    return { other, tag, now, before: read().get(tag) }
  }
  return {
    seen: async (holder) => {
      const { before, now } = await look(holder)
      return before === undefined ? 'first' : before === now ? 'same' : 'changed'
    },
    admit: async (holders) => {
      const looks = await Promise.all(holders.map(look))
      const changed = looks.find(({ before, now }) => before !== undefined && before !== now)
      if (changed !== undefined)
        return refused('colleague-key-changed', { account: changed.other, before: changed.before ?? '', now: changed.now })
      // A person may stand twice on a list, with one key only.
      const known = new Map(read())
      for (const { other, tag, now } of looks) {
        const before = known.get(tag)
        if (before !== undefined && before !== now) return refused('colleague-key-changed', { account: other, before, now })
        known.set(tag, now)
      }
      keep(known)
      return accepted(holders)
    },
    trustChanged: async (holder) => {
      const { tag, now } = await look(holder)
      keep(new Map([...read(), [tag, now]]))
    },
  }
}

/** A store that cannot be read is no reason to believe a new key: everything counts as never seen, and is shown as such. */
function readPairs(text: string | null): ReadonlyMap<string, string> {
  const known = new Map<string, string>()
  if (text === null) return known
  try {
    const rows: unknown = JSON.parse(text)
    if (!Array.isArray(rows)) return known
    for (const row of rows) if (Array.isArray(row) && typeof row[0] === 'string' && typeof row[1] === 'string') known.set(row[0], row[1])
  } catch {
    return known
  }
  return known
}
