/*
What would be lost with this part of the telephone: commands and photographs that the server does not have, forms that are not finished, rescue
files that it carries for colleagues.
*/
import { unsentFiles } from './carried-files.ts'
import type { OpenVault } from './open-vault.ts'

export interface Unsent {
  readonly ready: number
  readonly photos: number
  readonly drafts: number
  /** Of colleagues. */
  readonly files: number
}

/** Drafts of forms, and answers and dissents of a visit, as the screens keep them. */
const DRAFT = 'chanzo.form.'
const ANSWERS = 'chanzo.inspection.'
/** Other entries that were begun: a site, a mission, an order. */
const OTHERS = ['chanzo.kept.', 'chanzo.person.', 'chanzo.order-draft:']

export async function unsentOf({ store, keep }: Pick<OpenVault, 'store' | 'keep'>): Promise<Unsent> {
  const [outbox, photos, revisions, files] = await Promise.all([
    store.list('outbox'),
    store.keys('photo'),
    store.list('draft'),
    unsentFiles(store),
  ])
  // Photographs of a draft are only here, so a draft counts although its text may be known to the server.
  const typed = keep.keys().flatMap((key) => (key.startsWith(DRAFT) ? [key.slice(DRAFT.length)] : []))
  const states = revisions.flatMap(({ key, value }) => (hasUnsentRevision(value) ? [key] : []))
  return {
    ready: outbox.filter(({ value }) => !isWithServer(value)).length,
    photos: photos.length,
    files,
    drafts:
      new Set([...typed, ...states]).size +
      keep.keys().filter((key) => key.startsWith(ANSWERS) && hasAnswers(keep.getItem(key))).length +
      keep.keys().filter((key) => OTHERS.some((start) => key.startsWith(start))).length,
  }
}

/** A body that was only chosen is no answer yet; what cannot be read is counted. */
function hasAnswers(text: string | null): boolean {
  try {
    const { answers, dissents }: { readonly answers?: object; readonly dissents?: readonly unknown[] } = JSON.parse(text ?? '{}')
    return Object.keys(answers ?? {}).length > 0 || (dissents ?? []).length > 0
  } catch {
    return true
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
