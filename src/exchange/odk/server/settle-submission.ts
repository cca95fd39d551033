/*
Brings a kept submission to its inspection, under the name of who filled it in: the rule decides where it is certain, somebody at a desk where it
is not. Recorded at once with the files that are here, and once more when the last of them came.
*/
import { createHash, randomBytes } from 'node:crypto'
import { todayAt } from '../../../kernel/calendar.ts'
import { uuidV7 } from '../../../kernel/ids.ts'
import { type Outcome, type Refusal, refused } from '../../../kernel/outcome.ts'
import { asId } from '../../../kernel/schema.ts'
import type { InspectionId } from '../../../modules/sites/contract.ts'
import type { Fieldwork } from '../../../modules/sites/contract-fieldwork.ts'
import type { Door } from '../../../platform/http/route.ts'
import type { Who } from '../../../platform/http/who.ts'
import { namedFiles } from '../domain/named-files.ts'
import { tooMuchForLog } from '../domain/room-in-log.ts'
import { type Placement, placeSubmission } from '../domain/place-submission.ts'
import { inTurn } from './in-turn.ts'
import type { Asked, OdkParts } from './odk-parts.ts'
import {
  type AttachmentRow,
  type SubmissionRow,
  findSubmission,
  isWithoutAuthor,
  listAttachments,
  settleSubmission,
} from './store-submissions.ts'

export interface Settling {
  readonly tenant: string
  readonly door: Door
  readonly now: string
  /** Who says so at a desk; absent where the rule decides. */
  readonly officer?: string
}
type Target = { readonly inspection: InspectionId; readonly by: string }
const AMENDED = 'Modifiée dans ODK Collect après le premier envoi'

/** The submission as it stands afterwards. */
export async function settle(parts: OdkParts, settling: Settling, instance: string): Promise<SubmissionRow> {
  const row = await mustFind(parts, settling.tenant, instance)
  if (row.state === 'recorded') {
    await completeFiles(parts, settling, row)
    return mustFind(parts, settling.tenant, instance)
  }
  if (row.state === 'set-aside') return row
  const target = await targetOf(parts, settling, row)
  const done = target.ok ? await recordAt(parts, settling, { row, target: target.value }) : target
  if (!done.ok) await wait(parts, settling, { row, refusal: done.refusal })
  return mustFind(parts, settling.tenant, instance)
}

/** What somebody at a desk decided. */
export async function settleAt(
  parts: OdkParts,
  settling: Settling,
  chosen: { readonly row: SubmissionRow; readonly placement: Placement },
) {
  const target = await reach(parts, settling, chosen)
  return target.ok ? recordAt(parts, settling, { row: chosen.row, target: target.value }) : target
}

export const workOf = (parts: OdkParts, tenant: string, row: SubmissionRow): Promise<Fieldwork> =>
  parts.database.read((tx) =>
    parts.fieldwork.fieldwork(tx, tenant, {
      ...{ account: row.account_id, organisation: row.organisation_id },
      on: row.said.date ?? row.filled_at.slice(0, 10),
    }),
  )

async function targetOf(parts: OdkParts, settling: Settling, row: SubmissionRow): Promise<Outcome<Target>> {
  const earlier = row.amends === null ? null : await parts.database.read((tx) => findSubmission(tx, settling.tenant, row.amends ?? ''))
  if (isWithoutAuthor(row)) return refused('author-not-said')
  const today = todayAt(settling.now)
  const isOfSameVisit =
    earlier !== null && (['siteName', 'siteNumber', 'date'] as const).every((name) => earlier.said[name] === row.said[name])
  if (earlier?.inspection_id && earlier.by_body !== null && isOfSameVisit)
    return { ok: true, value: { inspection: asId('inspection', earlier.inspection_id), by: earlier.by_body } }
  const work = await workOf(parts, settling.tenant, row)
  const placement = placeSubmission(row.said, work, today)
  const there = placement.to === 'inspection' ? work.inspections.find((one) => one.inspection === placement.inspection) : undefined
  const newest = there?.newestAnswersAt
  // A telephone sends what its body says now; an export may be of long ago.
  if (row.came_by !== 'collect' && newest !== undefined && Date.parse(newest) > Date.parse(row.filled_at))
    return refused('newer-answers-there')
  // What is put right stays where it is; it leaves another visit nobody would see go.
  const isMoved =
    earlier?.inspection_id && placement.to !== 'desk' && !(placement.to === 'inspection' && placement.inspection === earlier.inspection_id)
  if (isMoved) return refused('edit-of-another-visit')
  return reach(parts, settling, { row, placement })
}

async function reach(
  parts: OdkParts,
  settling: Settling,
  { row, placement }: { readonly row: SubmissionRow; readonly placement: Placement },
): Promise<Outcome<Target>> {
  if (placement.to === 'desk') return refused(placement.reason, placement.facts)
  if (placement.to === 'inspection') return { ok: true, value: placement }
  // Two members of a team on the same day open one form: its id follows from what it is about.
  return inTurn(`${settling.tenant} ${placement.mission} ${placement.site}`, async () => {
    const fresh = (await workOf(parts, settling.tenant, row)).inspections.find(
      (one) => one.mission === placement.mission && one.site.id === placement.site && one.date === placement.date,
    )
    if (fresh) return { ok: true, value: { inspection: fresh.inspection, by: placement.by } }
    const { mission, site, date, by } = placement
    const bits = createHash('sha256').update(`${settling.tenant} ${mission} ${site} ${date}`).digest()
    const id = uuidV7(timeOf(date, settling.now), bits)
    const form = { form: row.form, version: row.form_version, sha256: row.form_sha256 }
    const opening = { mission, site, date, onSite: row.said.onSite, notVisitedReason: row.said.notVisitedReason ?? null, form }
    const opened = await parts.fieldwork.openInspection(askedBy(settling, row, id), opening)
    // Another server opened it in the same moment.
    const isThere = opened.ok || opened.refusal.code === 'inspection-already-opened' || opened.refusal.code === 'command-id-reused'
    return isThere ? { ok: true, value: { inspection: asId('inspection', id), by } } : opened
  })
}

async function recordAt(
  parts: OdkParts,
  settling: Settling,
  { row, target }: { readonly row: SubmissionRow; readonly target: Target },
): Promise<Outcome<unknown>> {
  const before = row.amends === null ? null : await parts.database.read((tx) => findSubmission(tx, settling.tenant, row.amends ?? ''))
  // What it puts right was waiting too: it comes first, so that both stay readable.
  if (before?.state === 'to-place') {
    const first = await recordAt(parts, settling, { row: before, target })
    if (!first.ok) return first
  }
  const files = await filesOf(parts, settling.tenant, row)
  // Kept by an earlier version, which did not look: it stays at the desk and says why.
  if (files.tooMuch) return { ok: false, refusal: files.tooMuch }
  const recorded = await parts.fieldwork.recordAnswers(askedBy(settling, row), {
    ...target,
    ...{ form: { form: row.form, version: row.form_version, sha256: row.form_sha256 }, instance: row.instance, xml: row.xml },
    ...{ files: files.here, filesAwaited: files.awaited, filesFollow: row.more_follows },
    amends: row.amends === null ? null : { instance: row.amends, reason: AMENDED },
  })
  if (!recorded.ok) return recorded
  await parts.database.transaction((tx) =>
    settleSubmission(tx, settling.tenant, {
      ...{ instance: row.instance, state: 'recorded', reason: '', facts: {}, inspection: target.inspection, by: target.by },
      ...{ filesRecorded: files.here.length, settledBy: settling.officer ?? row.settled_by, at: settling.now },
    }),
  )
  return recorded
}

/** Once more, with all its files, when the last of them came or the phone says that it was the last. */
async function completeFiles(parts: OdkParts, settling: Settling, row: SubmissionRow): Promise<void> {
  const { here, awaited } = await filesOf(parts, settling.tenant, row)
  const isWhole = awaited === 0 || !row.more_follows
  if (here.length <= row.files_recorded || !isWhole || row.inspection_id === null || row.by_body === null) return
  await recordAt(parts, settling, { row, target: { inspection: asId('inspection', row.inspection_id), by: row.by_body } })
}

async function wait(parts: OdkParts, settling: Settling, { row, refusal }: { readonly row: SubmissionRow; readonly refusal: Refusal }) {
  const { code: reason, facts } = refusal
  await parts.database.transaction((tx) =>
    settleSubmission(tx, settling.tenant, {
      ...{ instance: row.instance, state: 'to-place', reason, facts, inspection: null, by: null },
      ...{ filesRecorded: 0, settledBy: null, at: settling.now },
    }),
  )
}

interface Files {
  readonly here: readonly {
    readonly name: string
    readonly file: { readonly sha256: string; readonly mediaType: 'application/pdf' | 'image/png' | 'image/jpeg'; readonly bytes: number }
  }[]
  readonly awaited: number
  readonly tooMuch: Refusal | null
}
/** In the order of the form. */
async function filesOf({ database, forms }: OdkParts, tenant: string, row: SubmissionRow): Promise<Files> {
  return database.read(async (tx) => {
    const form = await forms.published(tx, tenant, { form: row.form, version: row.form_version })
    const values = form === null ? null : forms.readSubmission(form, row.xml)
    const named = form !== null && values?.ok === true ? namedFiles(values.value, forms.fileQuestions(form)) : []
    const kept = new Map((await listAttachments(tx, tenant, row.instance)).map((one) => [one.name, one]))
    const here = named.flatMap((name) => fileOf(kept.get(name)))
    return { here, awaited: named.length - here.length, tooMuch: values?.ok === true ? tooMuchForLog(values.value, named) : null }
  })
}
const fileOf = (row: AttachmentRow | undefined): Files['here'] =>
  row === undefined || row.sha256 === null || row.media_type === null
    ? []
    : [{ name: row.name, file: { sha256: row.sha256, mediaType: row.media_type, bytes: row.bytes } }]

/** Under the name of who filled it in, wherever the officer sits who places it. */
function askedBy({ tenant, door, now }: Settling, row: SubmissionRow, id = uuidV7(Date.parse(now), randomBytes(10))): Asked {
  const who: Who = {
    ...{ tenant, account: row.account_id, organisation: row.organisation_id, roles: row.role.split('+').filter((role) => role !== '') },
    ...{ capabilities: new Set<string>(), territory: row.territory, language: 'fr' as const },
  }
  return { door, who, tenant, envelope: { id: asId('command', id), happenedAt: row.filled_at } }
}

/** Within what the log takes for an id of now. */
const timeOf = (date: string, now: string): number => Math.max(Date.parse(`${date}T00:00:00.000Z`), Date.parse(now) - 300 * 86_400_000)

async function mustFind({ database }: OdkParts, tenant: string, instance: string): Promise<SubmissionRow> {
  const row = await database.read((tx) => findSubmission(tx, tenant, instance))
  if (row) return row
  throw new Error('a submission that was kept is gone')
}
