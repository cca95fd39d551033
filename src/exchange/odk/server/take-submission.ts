/*
A submission is taken in: kept first, as it came, then its files, then brought to its inspection. The same one again adds what was missing and
nothing else. Only what is no submission to a form of this server is refused; what cannot be placed waits for somebody at a desk.
The author is whoever sends it: `who` with one role; it may be an account that an import speaks for.
*/
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import type { FormValue, PublishedForm, SubmissionHeader } from '../../../modules/forms/contract.ts'
import type { Door } from '../../../platform/http/route.ts'
import type { Who } from '../../../platform/http/who.ts'
import { nameOfFile, namedFiles } from '../domain/named-files.ts'
import { tooMuchForLog } from '../domain/room-in-log.ts'
import { filledAt, saidIn } from '../domain/said.ts'
import { inTurn } from './in-turn.ts'
import type { OdkParts } from './odk-parts.ts'
import { settle } from './settle-submission.ts'
import {
  type SubmissionRow,
  findSubmission,
  insertSubmission,
  isAmended,
  isWithoutAuthor,
  keepAttachment,
  listAttachments,
  nameAuthor,
  noteParts,
} from './store-submissions.ts'

export interface FileSent {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  /** More than a file may be: its bytes were not read. */
  readonly isTooLarge?: boolean
}
export interface SubmissionSent {
  readonly who: Who
  readonly door: Door
  readonly now: string
  readonly xml: string
  readonly files: readonly FileSent[]
  /** The sender says that more parts of the same submission are on their way. */
  readonly moreFollows: boolean
  /** `collect`, or the program whose export this is. */
  readonly cameBy: string
  readonly device: string | null
}
/** `files`: those that the submission names. */
export interface Taken {
  readonly instance: string
  readonly state: 'recorded' | 'to-place' | 'set-aside'
  readonly reason: string
  readonly inspection: string | null
  readonly isNew: boolean
  readonly files: {
    readonly named: number
    readonly kept: number
    readonly refused: readonly { readonly name: string; readonly code: string }[]
  }
}

/** What the log holds of answers, in characters. */
const MOST_OF_XML = 500_000

export async function takeSubmission(parts: OdkParts, sent: SubmissionSent): Promise<Outcome<Taken>> {
  const read = await readSubmission(parts, sent)
  if (!read.ok) return read
  const { tenant } = sent.who
  const { header, named } = read.value
  return inTurn(`${tenant} ${header.instance}`, async () => {
    const added = await keepRow(parts, sent, read.value)
    if (!added.ok) return added
    await keepFiles(parts, sent, { instance: header.instance, named })
    const row = await settle(parts, { tenant, door: sent.door, now: sent.now }, header.instance)
    const files = await parts.database.read((tx) => listAttachments(tx, tenant, header.instance))
    const failed = files.flatMap(({ name, refusal }) => (refusal === null ? [] : [{ name, code: refusal }]))
    return accepted({
      ...{ instance: header.instance, state: row.state, reason: row.reason, inspection: row.inspection_id, isNew: added.value },
      files: { named: named.length, kept: files.length - failed.length, refused: failed },
    })
  })
}

interface Read {
  readonly header: SubmissionHeader
  readonly form: PublishedForm
  readonly values: readonly FormValue[]
  readonly named: readonly string[]
  readonly xml: string
}
async function readSubmission({ database, forms }: OdkParts, sent: SubmissionSent): Promise<Outcome<Read>> {
  const xml = sent.xml.trim()
  if (xml.length > MOST_OF_XML) return refused('xml-too-large', { most: Math.floor(MOST_OF_XML / 1000) })
  const header = forms.readHeader(xml)
  if (!header.ok) return header
  const { form: id, version } = header.value
  const form = await database.read((tx) => forms.published(tx, sent.who.tenant, { form: id, version }))
  if (form === null) return refused('unknown-form-version', { form: id, version })
  const values = forms.readSubmission(form, xml)
  if (!values.ok) return values
  const named = namedFiles(values.value, forms.fileQuestions(form))
  const tooMuch = tooMuchForLog(values.value, named)
  return tooMuch ? { ok: false, refusal: tooMuch } : accepted({ header: header.value, form, values: values.value, named, xml })
}

/** True when it came for the first time. */
async function keepRow(parts: OdkParts, sent: SubmissionSent, { header, form, values, xml }: Read): Promise<Outcome<boolean>> {
  const { who, now, moreFollows } = sent
  const { tenant } = who
  const { instance, amends } = header
  return parts.database.transaction(async (tx) => {
    const before = await findSubmission(tx, tenant, instance)
    if (before !== null) {
      if (before.xml !== xml) return refused('submission-differs', { instance })
      if (before.state === 'set-aside') return refused('submission-set-aside', { instance })
      // Imported once without an account, and now with one.
      if (isWithoutAuthor(before) && before.state === 'to-place' && who.roles.length > 0)
        await nameAuthor(tx, tenant, authorOf(who, instance))
      await noteParts(tx, tenant, { instance, moreFollows })
      return accepted(false)
    }
    const earlier = amends === null ? null : await findSubmission(tx, tenant, amends)
    if (amends !== null && (earlier === null || !mayAmend(sent, earlier))) return refused('unknown-submission', { instance: amends })
    if (amends !== null && (await isAmended(tx, tenant, amends))) return refused('submission-already-amended', { instance: amends })
    const filled = filledAt(values)
    const isAdded = await insertSubmission(tx, tenant, {
      ...{ instance, amends, xml, form: form.form, form_version: form.version, form_sha256: form.sha256 },
      ...{ came_by: sent.cameBy, device: sent.device, more_follows: moreFollows, said: saidIn(values) },
      ...{ account_id: who.account, organisation_id: who.organisation, role: who.roles.join('+'), territory: who.territory },
      filled_at: filled !== null && filled < now ? filled : now,
      received_at: now,
    })
    // Another server was faster: it has the same, or something else under the same name.
    return isAdded ? accepted(true) : refused('submission-differs', { instance })
  })
}

const authorOf = ({ account, organisation, roles, territory }: Who, instance: string) => ({
  ...{ instance, account_id: account, organisation_id: organisation, role: roles.join('+'), territory },
})

/** Only one takes the place of an earlier one: a telephone of another body must not take it from those who filled it in. */
const mayAmend = ({ who, cameBy }: SubmissionSent, { account_id, organisation_id }: SubmissionRow): boolean =>
  cameBy !== 'collect' || account_id === who.account || (organisation_id !== null && organisation_id === who.organisation)

async function keepFiles(
  { database, keepFile }: OdkParts,
  { files, who, now: at }: SubmissionSent,
  { instance, named }: { readonly instance: string; readonly named: readonly string[] },
): Promise<void> {
  const { tenant, account: by } = who
  const before = await database.read((tx) => listAttachments(tx, tenant, instance))
  const there = new Set(before.filter((one) => one.sha256 !== null).map((one) => one.name))
  for (const { name: sentAs, mediaType, bytes, isTooLarge } of files) {
    const name = nameOfFile(sentAs, named)
    if (name === null || there.has(name)) continue
    const kept = isTooLarge ? refused('file-too-large') : await keepFile({ tenant, bytes, mediaType: mediaOf(mediaType, name), by, at })
    const row = kept.ok
      ? { sha256: kept.value.file.sha256, media_type: kept.value.file.mediaType, bytes: kept.value.file.bytes, refusal: null }
      : { sha256: null, media_type: null, bytes: bytes.length, refusal: kept.refusal.code }
    await database.transaction((tx) => keepAttachment(tx, tenant, { ...row, name, instance, at }))
  }
}

const BY_ENDING: { readonly [ending: string]: string } = { jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png', pdf: 'application/pdf' }
/** Some phones say nothing of the kind, or that it is bytes: then the ending of the name says what to try. */
function mediaOf(said: string, name: string): string {
  const plain = (said.split(';')[0] ?? '').trim().toLowerCase()
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  if (plain === 'image/jpg') return 'image/jpeg'
  return plain === '' || plain === 'application/octet-stream' || plain === 'image/*' ? (BY_ENDING[ending] ?? plain) : plain
}
