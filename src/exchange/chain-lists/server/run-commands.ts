/*
The run of traders' sheets and of batches of tags: rows become commands that go through the server's own routes, with the rights of who imports. They
are decisions and may be refused, and the row says why. Ids follow from the import and the row: asked again, a command gets its first answer.
*/
import { anything, looseRecord, mustParse, oneOf, orNull, parse, text, whole } from '../../../kernel/schema.ts'
import type { Who } from '../../../platform/http/who.ts'
import type { Reply } from '../../../platform/http/route.ts'
import type { ChainHouse, Stopped, Told } from './house.ts'
import { idOfLine } from './run-bags.ts'
import { ChainSettings } from '../chain-words.ts'
import { type ImportRow, type RowBecame, type StagedRow, advance, listRows, setOutcomes } from './store.ts'

const AT_ONCE = 500
const Range = looseRecord({
  ...{ issuer: text(40), series: anything(), digits: whole(), from: whole(), to: whole() },
  ...{ tagType: oneOf('mine', 'trader', 'export'), allocatedOn: orNull(text(10)) },
})
const Draw = looseRecord({ newTag: text(40), lotGrams: orNull(whole()) })
const Refused = looseRecord({ refusal: looseRecord({ code: text() }) })

interface Running {
  readonly house: ChainHouse
  readonly job: ImportRow
  readonly who: Who
  readonly settings: ChainSettings
}

export async function runCommands(
  house: ChainHouse,
  job: ImportRow,
  { who, told }: { readonly who: Who; readonly told?: Told },
): Promise<Stopped> {
  const { database, tenant } = house
  const settings = mustParse(ChainSettings, job.settings)
  const running = { house, job, who, settings }
  let [after, done] = [job.doneLine, 0]
  for (;;) {
    const read = await database.read((tx) => listRows(tx, tenant, { id: job.id, after, limit: AT_ONCE }))
    const rows = settings.kind === 'trader-sheet' && read.length === AT_ONCE ? withoutLastGroup(read) : read
    const last = rows.at(-1)
    if (!last) return 'finished'
    const became = settings.kind === 'trader-sheet' ? await makeLots(running, rows) : await makeBatches(running, rows)
    const stop = await database.transaction(async (tx) => {
      await setOutcomes(tx, tenant, job.id, became)
      return advance(tx, tenant, job.id, { doneLine: last.line })
    })
    after = last.line
    done += rows.length
    told?.(done)
    if (stop) return 'stopped'
  }
}

const isTaken = ({ verdict }: StagedRow, { doubtful }: ChainSettings): boolean =>
  verdict === 'ok' || (verdict === 'doubtful' && doubtful === 'take')
const left = ({ line, verdict }: StagedRow): RowBecame => ({
  line,
  outcome: verdict === 'known' ? 'known' : 'left',
  made: null,
  told: null,
})
const ask = ({ house, who }: Running, url: string, body: { readonly id: string; readonly data: object }): Promise<Reply> =>
  house.dispatch({ who, method: 'POST', url, body, isKept: true })
const refusalIn = ({ body }: Reply): object => {
  const read = parse(Refused, body)
  return read.ok ? read.value.refusal : { code: 'chain-row-not-taken' }
}

async function makeBatches(running: Running, rows: readonly StagedRow[]): Promise<readonly RowBecame[]> {
  const became: RowBecame[] = []
  for (const row of rows) {
    const range = parse(Range, row.content)
    if (!isTaken(row, running.settings) || !range.ok) {
      became.push(left(row))
      continue
    }
    const { issuer, series, digits, from, to, tagType, allocatedOn } = range.value
    const id = idOfLine(running.job, `batch-${row.line}`)
    const day = row.day === null ? {} : { receivedOn: row.day }
    const data = {
      issuer,
      tagType,
      ...(typeof series === 'string' && series !== '' ? { series } : {}),
      digits,
      from,
      to,
      checkDigit: 'none',
      ...day,
    }
    const made = await ask(running, '/api/tag-batches', { id, data })
    if (made.status !== 200) {
      became.push({ line: row.line, outcome: 'refused', made: null, told: refusalIn(made) })
      continue
    }
    const on = allocatedOn ?? row.day
    const given =
      row.site === null
        ? null
        : await ask(running, `/api/tag-batches/${id}/allocations`, {
            id: idOfLine(running.job, `given-${row.line}`),
            data: { site: row.site, ...(on === null ? {} : { allocatedOn: on }) },
          })
    const refused = given !== null && given.status !== 200
    became.push({ line: row.line, outcome: 'made', made: id, told: refused ? refusalIn(given) : null })
  }
  return became
}

const newTagOf = ({ content }: StagedRow): string | null => {
  const read = parse(Draw, content)
  return read.ok ? read.value.newTag : null
}
/** The rest of the last lot may stand in the next piece; a lot that fills a whole piece is taken as it is. */
function withoutLastGroup(rows: readonly StagedRow[]): readonly StagedRow[] {
  const last = rows.at(-1)
  const lastTag = last === undefined ? null : newTagOf(last)
  const cut = rows.findLastIndex((row) => newTagOf(row) !== lastTag)
  return cut < 0 ? rows : rows.slice(0, cut + 1)
}

async function makeLots(running: Running, rows: readonly StagedRow[]): Promise<readonly RowBecame[]> {
  const groups: StagedRow[][] = []
  for (const row of rows) {
    const group = groups.at(-1)
    if (group?.[0] && newTagOf(group[0]) === newTagOf(row)) group.push(row)
    else groups.push([row])
  }
  const became: RowBecame[] = []
  for (const group of groups) became.push(...(await makeLot(running, group)))
  return became
}

/** A trader's lot of the bags under one new tag; a row that cannot be taken leaves the whole lot, because its sum would be wrong. */
async function makeLot(running: Running, group: readonly StagedRow[]): Promise<readonly RowBecame[]> {
  const { house, settings, job } = running
  const [first] = group
  const number = first === undefined ? null : newTagOf(first)
  if (!first || number === null || group.some((row) => !isTaken(row, settings) || row.tag === null)) return group.map(left)
  const tags = group.flatMap(({ tag }) => (tag === null ? [] : [tag]))
  const known = Map.groupBy(await house.database.read((tx) => house.bulk.tagged(tx, house.tenant, tags)), (one) => one.tag)
  const inputs = group.flatMap(({ tag, massGrams }) => {
    const bag = known.get(tag ?? '')?.[0]
    return bag ? [{ lot: bag.lot, drawnGrams: massGrams ?? bag.massGrams }] : []
  })
  if (inputs.length < group.length)
    return group.map((row) => ({
      line: row.line,
      outcome: 'refused',
      made: null,
      told: { code: 'chain-row-no-such-bag', facts: { found: row.tag } },
    }))
  const stated = group
    .map(({ content }) => parse(Draw, content))
    .flatMap((read) => (read.ok && read.value.lotGrams !== null ? [read.value.lotGrams] : []))
  const massGrams = stated[0] ?? inputs.reduce((sum, input) => sum + input.drawnGrams, 0)
  const id = idOfLine(job, `lot-${first.line}`)
  const made = await ask(running, '/api/lots', {
    id,
    data: {
      number,
      kind: 'trader-lot',
      massGrams,
      ...(first.day === null ? {} : { formedOn: first.day }),
      inputs,
    },
  })
  const isMade = made.status === 200
  return group.map((row, at) => ({
    line: row.line,
    outcome: isMade ? 'made' : 'refused',
    // The lot is undone once, at its first row.
    made: isMade && at === 0 ? id : null,
    told: isMade ? null : refusalIn(made),
  }))
}
