/*
Where the conflict desk has its drafts from: on a telephone out of its own box, so that it works without network when both versions are here;
at a desk from the server. What is decided is a revision that goes on from both; nothing is taken away.
*/
import { ask, newId, post } from '../../../app/api.ts'
import { deviceFiles, deviceKeep } from '../../../app/device.ts'
import { type DraftState, type KnownRevision, draftNames, draftState, putKeptText, saveState } from '../../../app/field/draft-box.ts'
import { noteDraft } from '../../../app/field/drafts.ts'
import type { Phone } from '../../../app/field/phone.ts'
import type { DraftHeads, DraftHistory, DraftList } from '../contract.ts'
import { headsOf, isParted, nearestCommon } from '../domain/draft-history.ts'

export interface VersionShort {
  readonly revision: string
  readonly state: 'open' | 'finished' | 'dropped'
  readonly savedAt: string
  readonly device: string | null
  readonly mine: boolean
}
export interface Version extends VersionShort {
  readonly xml: string
  readonly parents: readonly string[]
}
export interface ConflictShort {
  readonly draft: string
  readonly heads: readonly VersionShort[]
}
export interface Conflict {
  readonly draft: string
  readonly left: Version
  readonly right: Version
  /** The state from which both came, where it is known here. */
  readonly base: string | null
  /** Versions beside these two: they are looked at next. */
  readonly more: number
}

export async function listConflicts(phone: Phone | null): Promise<readonly ConflictShort[]> {
  if (phone === null) {
    const { data } = await ask<DraftList>('/api/field/drafts')
    return data.drafts.filter((one) => one.parted)
  }
  const found: ConflictShort[] = []
  for (const draft of await draftNames({ keep: deviceKeep(), store: phone.store })) {
    const state = await draftState(phone.store, draft)
    if (state.parted) found.push({ draft, heads: headsHere(state) })
  }
  return found
}

/** Null where there is nothing to decide. */
export async function readConflict(phone: Phone | null, draft: string): Promise<Conflict | null> {
  if (phone === null) {
    const { data } = await ask<DraftHistory>(`/api/field/drafts/${encodeURIComponent(draft)}`)
    return data.parted ? conflictOf(draft, data.heads, [...data.heads, ...data.earlier]) : null
  }
  // What was typed since the last exchange is a version like any other, and must not be lost to the choice.
  await noteDraft({ store: phone.store, keep: deviceKeep(), files: deviceFiles(), newId, holder: phone.holder }, draft)
  const state = await draftState(phone.store, draft)
  return state.parted ? conflictOf(draft, headsHere(state), state.revisions) : null
}

function conflictOf(draft: string, heads: readonly Version[], all: readonly Version[]): Conflict | null {
  // The own version stands left, whichever came first.
  const [left, right] = heads.toSorted((a, b) => Number(b.mine) - Number(a.mine) || (a.revision < b.revision ? -1 : 1))
  if (left === undefined || right === undefined) return null
  const common = nearestCommon(all, left.revision, right.revision)
  return { draft, left, right, base: all.find((one) => one.revision === common)?.xml ?? null, more: heads.length - 2 }
}
/** Of what is known here: the heads that the server named, and what was made here since. */
function headsHere({ revisions, heads }: DraftState): readonly KnownRevision[] {
  return headsOf(revisions).filter((one) => !one.sent || heads.includes(one.revision))
}

interface Decided {
  readonly conflict: Conflict
  /** The form to go on with. */
  readonly xml: string
  /** A second answer of its own, where the two cannot be one. */
  readonly apart?: string
}
/** Answers with the name of the second draft, where there is one. */
export async function decide(phone: Phone | null, { conflict, xml, apart }: Decided): Promise<string | null> {
  const { draft, left, right } = conflict
  const now = phone?.now() ?? new Date().toISOString()
  const made = (name: string, parents: readonly string[], text: string) => ({
    ...{ revision: newId(), draft: name, parents, state: 'open' as const, xml: text, at: '/', savedAt: now, files: [] },
  })
  const joined = made(draft, [left.revision, right.revision], xml)
  const second = apart === undefined ? null : made(await freeName(phone, draft), [], asNewRecord(apart))
  if (phone === null) {
    await post<DraftHeads>('/api/field/drafts', { revisions: [joined, ...(second ? [second] : [])] })
    return second?.draft ?? null
  }
  const own = { account: phone.holder.account, device: phone.holder.device, mine: true, sent: false }
  const state = await draftState(phone.store, draft)
  const revisions = [...state.revisions, { ...joined, ...own }]
  const heads = [...state.heads.filter((one) => one !== left.revision && one !== right.revision), joined.revision]
  const rest = revisions.filter((one) => heads.includes(one.revision))
  // The second answer first: should the telephone die between the two writes, the conflict is still there to be decided again.
  if (second) await keepApart(phone, { ...second, ...own }, draft)
  await saveState(phone.store, draft, { ...state, revisions, here: joined.revision, heads, parted: isParted(rest) })
  putKeptText(deviceKeep(), draft, { xml, at: '', savedAt: now })
  return second?.draft ?? null
}

async function keepApart(phone: Phone, second: KnownRevision, from: string): Promise<void> {
  for (const place of await deviceFiles().keys(`${from}/`)) {
    const name = place.slice(from.length + 1)
    const bytes = second.xml.includes(`>${name}<`) ? await deviceFiles().read(place) : null
    if (bytes) await deviceFiles().keep(`${second.draft}/${name}`, bytes)
  }
  await saveState(phone.store, second.draft, { revisions: [second], here: second.revision, heads: [], parted: false, refused: null })
  putKeptText(deviceKeep(), second.draft, { xml: second.xml, at: '', savedAt: second.savedAt })
}

/** `…~2`: a second answer beside the first, of the same body with the same version. */
async function freeName(phone: Phone | null, draft: string): Promise<string> {
  const plain = draft.replace(/~\d+$/, '')
  const used =
    phone === null
      ? (await ask<DraftList>('/api/field/drafts')).data.drafts.map((one) => one.draft)
      : await draftNames({ keep: deviceKeep(), store: phone.store })
  for (let n = 2; ; n++) if (!used.includes(`${plain}~${n}`)) return `${plain}~${n}`
}
/** The same answers under a new id: two records must not have one. */
const asNewRecord = (xml: string): string => xml.replace(/(<(?:\w+:)?instanceID>)[^<]*(<\/)/, '$1$2')

/** The parts of a draft's name. */
export function draftParts(draft: string): {
  readonly inspection: string
  readonly body: string
  readonly form: string
  readonly version: string
} {
  const [inspection = '', body = '', form = '', ...rest] = draft.split('.')
  return { inspection, body, form, version: rest.join('.').replace(/~\d+$/, '') }
}
