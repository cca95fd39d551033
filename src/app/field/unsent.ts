/* What would be lost with this part of the telephone: commands and photographs that the server does not have, forms that are not finished. */
import type { OpenVault } from './open-vault.ts'

export interface Unsent {
  readonly ready: number
  readonly photos: number
  readonly drafts: number
}

/** Drafts of forms as the screens keep them. */
const DRAFT = 'chanzo.form.'

export async function unsentOf({ store, keep }: Pick<OpenVault, 'store' | 'keep'>): Promise<Unsent> {
  const [outbox, photos, revisions] = await Promise.all([store.list('outbox'), store.keys('photo'), store.list('draft')])
  // Photographs of a draft are only here, so a draft counts although its text may be known to the server.
  const typed = keep.keys().flatMap((key) => (key.startsWith(DRAFT) ? [key.slice(DRAFT.length)] : []))
  const states = revisions.flatMap(({ key, value }) => (hasUnsentRevision(value) ? [key] : []))
  return {
    ready: outbox.filter(({ value }) => !isWithServer(value)).length,
    photos: photos.length,
    drafts: new Set([...typed, ...states]).size,
  }
}

/** The server has it, although it waits there or was refused there. A row that this version cannot read counts as unsent. */
function isWithServer(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('state' in value)) return false
  return value.state === 'kept' || value.state === 'refused' || value.state === 'taken'
}

/** A state of a form that was not handed in and that no server has seen. */
function hasUnsentRevision(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('revisions' in value) || !Array.isArray(value.revisions)) return false
  return value.revisions.some(
    (one: unknown) =>
      typeof one === 'object' && one !== null && 'sent' in one && one.sent === false && 'state' in one && one.state === 'open',
  )
}
