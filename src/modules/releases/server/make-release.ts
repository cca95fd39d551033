/*
From parameters to what stands ready: rows are read, those who did not agree to the use left out, the file made and hashed, and every earlier release held beside
it. Nothing is kept here.
*/
import { createHash } from 'node:crypto'
import { csvOfRows } from '../../../kernel/csv.ts'
import { type Differencing, type Release, differencing } from '../../../kernel/disclosure/release-guard.ts'
import { mustParse } from '../../../kernel/schema.ts'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { type CodedCase, ReleaseParameters, type ReleasePreview } from '../contract.ts'
import { type ToldBefore, computePlaceEvents } from '../domain/compute-place-events.ts'
import { type Computed, MOST_ROWS, computeRelease, isCounted, within } from '../domain/compute-release.ts'
import { releaseKindRules } from '../domain/release-kinds.ts'
import type { Made } from '../domain/release.ts'
import type { ReleaseHouse } from './house.ts'
import { openCounts } from '../../../platform/keys/seal-counts.ts'
import * as store from './store.ts'
import { sealedTold } from './store-told.ts'
import { sealName, toldPlaces } from './told-places.ts'
import { zipOf } from './zip.ts'

export interface Ready {
  readonly made: Made
  readonly content: Buffer
  readonly computed: Computed
}

interface Asked {
  readonly tx: Tx
  readonly tenant: string
  readonly parameters: ReleaseParameters
}
/** Refusal: `release-too-large`. */
export async function makeRelease(house: ReleaseHouse, { tx, tenant, parameters }: Asked): Promise<Outcome<Ready>> {
  if (!isCounted(parameters))
    return accepted(readyOf(computePlaceEvents(await toldBefore(house, { tx, tenant, parameters }), parameters), parameters))
  const cases: CodedCase[] = []
  for await (const one of await house.statistics.rows(tx, tenant)) if (within(one, parameters)) cases.push(one)
  const level = releaseKindRules[parameters.kind].level
  if (level !== 'aggregates' && cases.length > MOST_ROWS) return refused('release-too-large', { most: MOST_ROWS })
  const computed = await computeRelease(cases, parameters, house.writers)
  const made = readyOf(computed, parameters)
  // Of rows it is not cells that leave, but people.
  return accepted(level === 'aggregates' ? made : { ...made, made: { ...made.made, isEmpty: cases.length < parameters.k } })
}

function readyOf(computed: Computed, parameters: ReleaseParameters): Ready {
  const files = computed.files.map(({ name, rows }) => ({ name, content: Buffer.from(csvOfRows(rows), 'utf8') }))
  const content = releaseKindRules[parameters.kind].ending === 'zip' ? zipOf(files) : (files[0]?.content ?? Buffer.alloc(0))
  const sha256 = createHash('sha256').update(content).digest('hex')
  const isEmpty = !computed.cells.some(({ told }) => 'shown' in told)
  const { lines, keptBack, columns } = computed
  return { made: { sha256, bytes: content.length, lines, keptBack, columns, isEmpty }, content, computed }
}

async function toldBefore({ secret }: ReleaseHouse, { tx, tenant, parameters }: Asked): Promise<ToldBefore> {
  const sealed = await sealedTold(tx, tenant, parameters)
  const { lines } = await toldPlaces(tx, tenant)
  return { lines, cells: sealed.flatMap(({ quarter, sealed: box }) => openCounts(box, { secret, release: sealName(quarter) })) }
}

/** Releases over quarters that do not meet count other people: nothing lies between them. */
const meets = (a: ReleaseParameters, b: ReleaseParameters): boolean => a.from <= b.until && b.from <= a.until

export async function inTheWayOf(
  { secret }: Pick<ReleaseHouse, 'secret'>,
  { tx, tenant, parameters }: Asked,
  next: Release,
): Promise<readonly Differencing[]> {
  const rows = await store.listEarlier(tx, tenant)
  const earlier = rows.flatMap(({ id, number, parameters: before, sealedCounts }) =>
    id !== next.id && meets(mustParse(ReleaseParameters, before), parameters)
      ? [{ id: number, cells: openCounts(sealedCounts, { secret, release: id }) }]
      : [],
  )
  return differencing(earlier, next)
}

/** Without any number about people: those are told only in the file that was approved, or asking day by day would tell them apart. */
export function previewOf({ made, computed }: Ready, found: readonly Differencing[]): ReleasePreview {
  const [first] = computed.files
  const isTable = first?.name === 'province-quarter.csv'
  return {
    ...{ columns: [...(first?.rows[0] ?? [])], isEmpty: made.isEmpty },
    keptBack: {
      belowMinimum: made.keptBack.belowMinimum > 0,
      complement: made.keptBack.complement > 0,
      blanked: made.keptBack.blanked.map((one) => one.column),
    },
    inTheWay: found.slice(0, 50).map(({ cell, against, problem }) => ({ cell: labelOf(cell), against, problem })),
    inTheWayCount: found.length,
    withheld: computed.cells
      .flatMap(({ cell, told }) => (isTable && 'withheld' in told ? [{ cell: labelOf(cell), why: told.withheld }] : []))
      .slice(0, 60),
  }
}
const labelOf = (cell: string): string => cell.slice(0, 400)
