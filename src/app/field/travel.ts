/*
Before the road: what is not sent goes to the server, then everything about persons that this telephone carries is thrown away, and the unlocked key of
files with it. The app, the PIN, forms that were begun about sites and the work of the mines stay. Nothing is thrown away while something of it is only
here: an interview that was begun asks for a choice of its own, and who has no network and must go now has the emergency deletion.
*/
import { isOfPersons } from './carried-cases.ts'
import type { OpenVault } from './open-vault.ts'
import { isPersonDraft } from './person-drafts.ts'
import type { Outbox, Sync } from './phone.ts'
import type { Change } from './sealed-store.ts'
import { type Unsent, unsentOf } from './unsent.ts'

export type Travelled =
  | { readonly state: 'unsent'; readonly unsent: Unsent }
  /** Interviews that were begun, by their places: to be sent, or thrown away by a word of the person. Nothing was thrown away yet. */
  | { readonly state: 'begun'; readonly begun: readonly string[] }
  /** How many answers were thrown away, and how many forms that were begun stay, sealed. */
  | { readonly state: 'ready'; readonly dropped: number; readonly drafts: number }

export async function beforeTheRoad(parts: {
  readonly vault: Pick<OpenVault, 'store' | 'keep' | 'settled'>
  readonly sync: Pick<Sync, 'run'>
  readonly outbox: Pick<Outbox, 'forgetSent'>
  /** By the server's clock as far as it is known. */
  readonly now: string
  /** Lets go of keys that are open in this window. */
  readonly forget: () => void
  /** The person said so, of what was begun. */
  readonly throwsBegunAway?: boolean
}): Promise<Travelled> {
  const { store, keep } = parts.vault
  await parts.sync.run()
  const unsent = await unsentOf(parts.vault)
  if (unsent.ready + unsent.photos + unsent.files > 0) return { state: 'unsent', unsent }
  const begun = keep.keys().filter(isPersonDraft)
  if (begun.length > 0 && parts.throwsBegunAway !== true) return { state: 'begun', begun }
  const gone = (await store.keys('answer')).filter(isOfPersons)
  await store.write(gone.map((key): Change => ({ box: 'answer', key, drop: true })))
  for (const key of begun) keep.removeItem(key)
  // What the server took lies here as it was signed; about whom does not have to be known for it to go.
  await parts.outbox.forgetSent(parts.now)
  parts.forget()
  // Only what is off the flash is gone.
  await parts.vault.settled()
  return { state: 'ready', dropped: gone.length, drafts: unsent.drafts - begun.length }
}
