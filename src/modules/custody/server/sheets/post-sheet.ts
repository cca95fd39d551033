/*
A sheet on which two entries agree becomes facts: each line of a mine sheet a bag, by the command of the scale; a bag that is there already is matched and
its weight compared. A trader's sheet finds its emptied bags and forms the lot; a lot that the register refuses leaves a finding, and the paper is kept.
Ids follow from the sheet, so a posting that was cut off goes on where it stopped.
*/
import { createHash } from 'node:crypto'
import { uuidTime, uuidV7 } from '../../../../kernel/ids.ts'
import { asId, mustParse, parse } from '../../../../kernel/schema.ts'
import { type Outcome, refused } from '../../../../kernel/outcome.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Receipt } from '../../../../platform/log/receipt.ts'
import { todayAt } from '../../../../kernel/calendar.ts'
import { DocumentRef } from '../../../documents/contract.ts'
import { SiteId } from '../../../sites/contract.ts'
import { type Finding, LotId } from '../../contract.ts'
import { SheetBookId, SheetContent, SheetKind, type SheetLine } from '../../contract-sheets.ts'
import { compareEntries, finding, repeatedTags, sheetSums } from '../../domain/sheets/double-entry.ts'
import type { PostedSheet, SheetCommand, SheetEvent } from '../../domain/sheets/sheet-events.ts'
import { sheetDecider, sheetKinds } from '../../domain/sheets/sheet-events.ts'
import { normaliseTag } from '../../domain/tags/tag.ts'
import type { Aggregate } from '../../../../platform/log/aggregate.ts'
import { type Asked, executeLot } from '../lots/lot-commands.ts'
import { sightOf } from '../lots/sight.ts'
import { findLotIdByNumber, findLotRow, listLotsByTag } from '../lots/store-lot-reads.ts'
import { isLotSeen } from '../lots/store-sight.ts'
import type { OpenedSheet, SheetHouse } from './sheet-house.ts'
import { carriedTo } from './store-books.ts'
import { tagsElsewhere } from './tags-elsewhere.ts'

export const sheetAggregate: Aggregate<{ readonly number: number } | null, SheetCommand, SheetEvent, null> = {
  name: 'sheet',
  decider: sheetDecider,
  kinds: sheetKinds,
}
type Posting = Asked & { readonly house: SheetHouse; readonly now: string }
type Line = PostedSheet['lines'][number]
interface Settled {
  readonly lines: readonly Line[]
  readonly formed: LotId | null
  readonly findings: readonly Finding[]
}

/** Refusals: `sheet-not-agreed`, `sheet-already-posted`, and those of a bag whose site or holder the register does not know. */
export async function postSheet(posting: Posting, { draft, book }: OpenedSheet): Promise<Outcome<Receipt>> {
  const [first, second] = [parse(SheetContent, draft.first), parse(SheetContent, draft.second)]
  if (!first.ok || !second.ok) return refused('sheet-not-agreed', { cells: null })
  const differences = compareEntries(first.value, second.value)
  if (differences.length > 0) return refused('sheet-not-agreed', { cells: differences.length })
  const { door, tenant, who, envelope, now } = posting
  const content = first.value
  const kind = mustParse(SheetKind, book.kind)
  const settled =
    kind === 'mine' ? await settleBags(posting, { draft, book }, content) : await settleTrade(posting, { draft, book }, content)
  if (!settled.ok) return settled
  const before = await door.read((tx) => carriedTo(tx, tenant, { book: book.id, number: draft.number - 1 }))
  const sameHand = draft.firstBy !== null && draft.firstBy === draft.secondBy ? [finding('S06', {})] : []
  const sheet: PostedSheet = {
    ...{ book: mustParse(SheetBookId, book.id), number: draft.number, kind, mineral: content.mineral, day: content.day },
    site: book.site === null ? null : mustParse(SiteId, book.site),
    holder: content.holder ?? (book.holder === null ? null : asId('organisation', book.holder)),
    ...{ postedOn: todayAt(now), carriedGrams: content.carriedGrams, totalGrams: content.totalGrams },
    ...(content.outTag === undefined ? {} : { outTag: normaliseTag(content.outTag) }),
    ...(content.outGrams === undefined ? {} : { outGrams: content.outGrams }),
    lines: [...settled.value.lines],
    formed: settled.value.formed,
    findings: [...sheetSums(content, before), ...repeatedTags(content), ...settled.value.findings, ...sameHand],
    enteredBy: [draft.firstBy, draft.secondBy].filter((one) => one !== null),
    photo: draft.photo === null ? null : mustParse(DocumentRef, draft.photo),
  }
  return door.execute({
    aggregate: sheetAggregate,
    ...{ subject: draft.id, command: { type: 'post-sheet', sheet }, envelope, who },
    context: () => Promise.resolve(null),
  })
}

/** An id of now that follows from the sheet and the line: the same posting makes the same bags. */
const lineId = (sheet: string, at: string): string => uuidV7(uuidTime(sheet), createHash('sha256').update(`${sheet}/${at}`).digest())

async function settleBags(posting: Posting, { draft, book }: OpenedSheet, content: SheetContent): Promise<Outcome<Settled>> {
  const [lines, findings]: [Line[], Finding[]] = [[], []]
  const { door, house, tenant, who } = posting
  if (content.holder === null) return refused('sheet-holder-missing')
  const elsewhere = await door.read((tx) => tagsElsewhere(tx, tenant, { draft, kind: book.kind, content }))
  findings.push(...elsewhere.map(({ line, tag, sheet }) => finding('S08', { line, tag, sheet }, 'C')))
  for (const line of content.lines) {
    const bag = lineId(draft.id, `line-${line.line}`)
    const known = await door.read((tx) => lotOfLine(tx, tenant, { line, own: bag }))
    // The same number on a bag of another site, or on another posted sheet, is not this bag: it is weighed in, and the rule about a number used twice speaks.
    if (known && (known.id === bag || (known.site === book.site && !known.isVoided && !elsewhere.some((one) => one.line === line.line)))) {
      lines.push(lineOf(line, known.id, known.id === bag ? 'registered' : 'matched'))
      if (known.massGrams !== line.massGrams) findings.push(weightDiffers(line, known))
      continue
    }
    const made = await executeLot(
      house,
      { door, who, tenant, envelope: { id: commandId(posting, bag), happenedAt: posting.now } },
      {
        lot: bag,
        command: {
          type: 'register-bag',
          site: book.site === null ? null : mustParse(SiteId, book.site),
          ...{ tag: line.tag, mineral: content.mineral, massGrams: line.massGrams, producedOn: content.day, weighedOn: content.day },
          ...{ ...(line.pit ? { pit: line.pit } : {}), ...(line.team ? { team: line.team } : {}), holder: content.holder },
        },
      },
    )
    if (!made.ok) return made
    lines.push(lineOf(line, bag, 'registered'))
  }
  return { ok: true, value: { lines, formed: null, findings } }
}
/** Of now, because an id must be of now; of the same instant for the same posting asked again. */
const commandId = ({ envelope }: Posting, bag: string) =>
  asId('command', uuidV7(uuidTime(envelope.id), createHash('sha256').update(`${envelope.id}/${bag}`).digest()))

interface KnownLot {
  readonly id: string
  readonly site: string | null
  readonly isVoided: boolean
  readonly massGrams: number
  readonly leftGrams: number
}
/** `own`: the id that the line's bag has where this posting made it. */
async function lotOfLine(
  tx: Tx,
  tenant: string,
  { line, own }: { readonly line: Pick<SheetLine, 'tag'>; readonly own: string | null },
): Promise<KnownLot | null> {
  const mine = own === null ? null : await findLotRow(tx, tenant, own)
  const tag = line.tag === null ? null : normaliseTag(line.tag)
  const [tagged] = tag === null ? [] : await listLotsByTag(tx, tenant, tag)
  const id = mine ? own : (tagged?.id ?? (tag === null ? null : await findLotIdByNumber(tx, tenant, tag)))
  const row = id === null ? null : await findLotRow(tx, tenant, id)
  if (id === null || !row) return null
  const { massGrams, drawnGrams, site, isVoided } = row
  return { id, site, isVoided, massGrams, leftGrams: massGrams - drawnGrams }
}
const lineOf = ({ line, tag, massGrams }: SheetLine, lot: string | null, how: Line['how']): Line => ({
  ...{ line, tag: tag === null ? null : normaliseTag(tag), massGrams, how },
  lot: lot === null ? null : mustParse(LotId, lot),
})
/** S01: the paper and the register show another weight of one bag. */
const weightDiffers = (line: SheetLine, { massGrams }: KnownLot): Finding =>
  finding(
    'S01',
    { line: line.line, tag: line.tag, sheetGrams: line.massGrams, bagGrams: massGrams, differenceGrams: line.massGrams - massGrams },
    'A',
  )

async function settleTrade(posting: Posting, { draft, book }: OpenedSheet, content: SheetContent): Promise<Outcome<Settled>> {
  const { door, tenant, house, who } = posting
  const lot = lineId(draft.id, 'lot')
  const number = content.outTag === undefined ? null : normaliseTag(content.outTag)
  const { found, there } = await door.read(async (tx) => {
    const sight = await sightOf(tx, { tenant, doors: house }, who)
    const all: { readonly line: SheetLine; readonly known: KnownLot | null }[] = []
    // A number on paper opens no lot that its reader may not see.
    for (const line of content.lines) {
      const known = await lotOfLine(tx, tenant, { line, own: null })
      all.push({ line, known: known && (await isLotSeen(tx, tenant, known.id, sight)) ? known : null })
    }
    const taken = number === null ? null : await findLotIdByNumber(tx, tenant, number)
    return { found: all, there: taken !== null && (taken === lot || (await isLotSeen(tx, tenant, taken, sight))) ? taken : null }
  })
  const lines = found.map(({ line, known }) => lineOf(line, known?.id ?? null, known ? 'matched' : 'not-found'))
  const findings = found.flatMap(({ line, known }) => {
    if (!known) return [finding('S04', { line: line.line, tag: line.tag }, 'A')]
    return known.massGrams === line.massGrams ? [] : [weightDiffers(line, known)]
  })
  if (book.kind !== 'trader' || number === null) return { ok: true, value: { lines, formed: null, findings } }
  if (there !== null) return { ok: true, value: { lines, formed: mustParse(LotId, there), findings } }
  const inputs = found.flatMap(({ known }) => (known ? [{ lot: mustParse(LotId, known.id), drawnGrams: known.leftGrams }] : []))
  const made = await executeLot(
    house,
    { ...posting, envelope: { id: commandId(posting, lot), happenedAt: posting.now } },
    {
      lot,
      command: {
        ...{ type: 'combine-lots', number, kind: 'trader-lot', massGrams: content.outGrams ?? content.totalGrams - content.carriedGrams },
        ...{ formedOn: content.day, inputs },
      },
    },
  )
  const formed = made.ok ? mustParse(LotId, lot) : null
  const left = made.ok ? [] : [finding('S07', { number, because: made.refusal.code }, 'A')]
  return { ok: true, value: { lines, formed, findings: [...findings, ...left] } }
}
