/*
Before the road: what is not sent goes to the server, then everything about persons that this telephone carries is thrown away, and the unlocked key of
files with it. The app, the PIN, forms that were begun and the work of the mines stay. Nothing is thrown away while something of it is only here: who
has no network and must go now has the emergency deletion.
*/
import type { OpenVault } from './open-vault.ts'
import type { Outbox, Sync } from './phone.ts'
import type { Change } from './sealed-store.ts'
import { SEEN } from './kept-answers.ts'
import { type Unsent, unsentOf } from './unsent.ts'

/** Addresses whose answers tell of persons who are helped, of those who help them, or of where they lie. */
const OF_PERSONS = /^\/api\/(case|cases|service-points|shelters|referrals|keys|screenings?|signals|releases)/
/** What screens of persons keep beside the answers. */
const KEPT_OF_PERSONS = /^chanzo\.(case|cases|keys?|vault|screening)\b/

export const isOfPersons = (key: string): boolean => OF_PERSONS.test(key.startsWith(SEEN) ? key.slice(SEEN.length) : key)

export type Travelled =
  | { readonly state: 'unsent'; readonly unsent: Unsent }
  /** How many answers were thrown away, and how many forms that were begun stay, sealed. */
  | { readonly state: 'ready'; readonly dropped: number; readonly drafts: number }

export async function beforeTheRoad(parts: {
  readonly vault: Pick<OpenVault, 'store' | 'keep'>
  readonly sync: Pick<Sync, 'run'>
  readonly outbox: Pick<Outbox, 'forgetSent'>
  /** By the server's clock as far as it is known. */
  readonly now: string
  /** Lets go of keys that are open in this window. */
  readonly forget: () => void
}): Promise<Travelled> {
  const { store, keep } = parts.vault
  await parts.sync.run()
  const unsent = await unsentOf(parts.vault)
  if (unsent.ready + unsent.photos + unsent.files > 0) return { state: 'unsent', unsent }
  const gone = (await store.keys('answer')).filter(isOfPersons)
  await store.write(gone.map((key): Change => ({ box: 'answer', key, drop: true })))
  for (const key of keep.keys()) if (KEPT_OF_PERSONS.test(key)) keep.removeItem(key)
  // What the server took lies here as it was signed; about whom does not have to be known for it to go.
  await parts.outbox.forgetSent(parts.now)
  parts.forget()
  return { state: 'ready', dropped: gone.length, drafts: unsent.drafts }
}
