/*
Lists of sites over HTTP: send the file, see what it holds, try it, run it. A list is tried and run in pieces that the sender asks for
one after the other; that is its progress, and a line that drops in between is picked up where it stopped.
*/
import { createHash, randomBytes } from 'node:crypto'
import { todayAt } from '../../../kernel/calendar.ts'
import { uuidV7 } from '../../../kernel/ids.ts'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { asId, id, parse, record } from '../../../kernel/schema.ts'
import { badInput, outcomeReply, rawRoute } from '../../../platform/http/build-route.ts'
import { type Incoming, type Route, can } from '../../../platform/http/route.ts'
import { ListPiece, type ListSettings, PieceAnswer, type PlannedRow, ReadList } from '../list-words.ts'
import { type OpenList, checkMapping, openList } from '../open-list.ts'
import type { Planned } from '../plan-rows.ts'
import { wordOfProblem } from '../problem-word.ts'
import { type ListHouse, type Officer, runPiece } from './run-list.ts'
import { findList, keepList } from './store.ts'

const MOST_BYTES = 10_000_000
const params = record({ list: id('site-list') })

export const listRoutes = (house: ListHouse): readonly Route[] => [
  {
    ...rawRoute({
      method: 'POST',
      path: '/api/imports/site-lists',
      summary:
        'sends a list of sites (CSV or GeoJSON, at most 10 MB): what it holds and what its columns probably mean; writes nothing to the register',
      allow: can('imports.manage'),
      schemas: { answer: ReadList },
      answer: async (incoming) => outcomeReply(await takeIn(house, incoming)),
    }),
    takesBytes: MOST_BYTES,
  },
  rawRoute({
    method: 'POST',
    path: '/api/imports/site-lists/:list/pieces',
    summary:
      'tries (`write: false`) or runs a piece of a list from a row on, with the columns as said; a piece that runs is written whole or not at all',
    allow: can('imports.manage'),
    schemas: { params, body: ListPiece, answer: PieceAnswer },
    answer: async (incoming) => {
      const named = parse(params, incoming.params)
      const body = parse(ListPiece, incoming.body)
      if (!named.ok) return badInput(named.faults)
      if (!body.ok) return badInput(body.faults)
      const bytes = await house.database.read((tx) => findList(tx, incoming.tenant, { id: named.value.list, by: incoming.who.account }))
      if (!bytes) return outcomeReply(refused('no-such-list'))
      const opened = openList(bytes)
      if (!opened.ok) return outcomeReply(opened)
      return outcomeReply(await onePiece(house, incoming, { open: opened.value, ...body.value }))
    },
  }),
]

async function takeIn(house: ListHouse, incoming: Incoming): Promise<Outcome<ReadList>> {
  const bytes = incoming.body instanceof Uint8Array ? incoming.body : new Uint8Array()
  const opened = openList(bytes)
  if (!opened.ok) return opened
  const { columns, rows, format, encoding, separator, uneven, guess } = opened.value
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const given = {
    id: uuidV7(Date.parse(incoming.now), randomBytes(10)),
    sha256,
    content: bytes,
    by: incoming.who.account,
    at: incoming.now,
  }
  const list = await house.database.transaction((tx) => keepList(tx, incoming.tenant, given))
  const samplesOf = (column: number): readonly string[] =>
    rows
      .slice(0, 200)
      .map((row) => (row.cells[column] ?? '').trim().slice(0, 80))
      .filter((cell, at, all) => cell !== '' && all.indexOf(cell) === at)
      .slice(0, 3)
  const having = (kind: string): number => rows.filter((row) => row.geometry?.kind === kind).length
  return accepted({
    list: asId('site-list', list),
    format,
    encoding,
    separator,
    columns: columns.map((name, at) => ({ name: name.slice(0, 400), samples: [...samplesOf(at)] })),
    rows: rows.length,
    uneven: uneven.length,
    points: having('point'),
    polygons: having('polygon'),
    guess: Object.fromEntries(Object.entries(guess).filter((one): one is [string, number] => one[1] !== undefined)),
    bytes: bytes.length,
  })
}

interface AskedPiece {
  readonly open: OpenList
  readonly settings: ListSettings
  readonly from: number
  readonly write: boolean
}
async function onePiece(
  house: ListHouse,
  { who, tenant, now }: Incoming,
  { open, settings, from, write }: AskedPiece,
): Promise<Outcome<PieceAnswer>> {
  const mapping = checkMapping(open, settings.mapping)
  if (!mapping.ok) return mapping
  if (settings.date > todayAt(now)) return refused('list-day-in-the-future')
  // To try a list is a reader's work; what it writes is the register, and that has its registrars.
  if (write && !who.capabilities.has('sites.register')) return refused('list-needs-a-registrar')
  const officer: Officer = {
    tenant,
    actor: { account: who.account, organisation: who.organisation, role: who.roles.length > 0 ? who.roles.join('+') : null },
    territory: who.territory,
    seesExact: who.capabilities.has('sites.exact-position'),
    now,
  }
  const { choices = [], otherwise = null, ...rest } = settings
  const done = await runPiece(
    { house, officer },
    { open, settings: { ...rest, choices, otherwise, mapping: mapping.value } },
    { from, write },
  )
  const uneven = from === 0 ? open.uneven.map((one) => unevenRow(one, open.columns.length)) : []
  const { next, added } = done
  return accepted({
    rows: [...uneven, ...done.planned.map(plannedRow)],
    next,
    total: open.rows.length + open.uneven.length,
    added,
    wrote: write,
  })
}

const unevenRow = ({ line, cells }: { readonly line: number; readonly cells: number }, wanted: number): PlannedRow => ({
  line,
  nationalId: '',
  name: '',
  verdict: 'error',
  site: null,
  changes: [],
  likely: [],
  problems: [{ column: null, code: wordOfProblem('uneven'), facts: { found: cells, wanted } }],
})

export function plannedRow(one: Planned): PlannedRow {
  return {
    line: one.line,
    nationalId: one.nationalId.slice(0, 200),
    name: one.name.slice(0, 400),
    verdict: one.verdict,
    site: one.verdict === 'changes' || one.verdict === 'same' ? asId('site', one.site.id) : null,
    changes:
      one.verdict === 'changes'
        ? one.changes.map(({ field, before, after }) => ({ field, before: before.slice(0, 4000), after: after.slice(0, 4000) }))
        : [],
    likely: one.verdict === 'likely' ? one.likely.slice(0, 5).map((found) => ({ ...found, site: asId('site', found.site) })) : [],
    problems: one.verdict === 'error' ? one.problems.map(({ column, code, facts }) => ({ column, code: wordOfProblem(code), facts })) : [],
  }
}
