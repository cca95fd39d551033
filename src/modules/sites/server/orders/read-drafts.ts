/* Drafts of orders as an officer sees them: the text, the annex with what the register says of each row, the legal check. */
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { dayOf } from '../../../../kernel/calendar.ts'
import { asId } from '../../../../kernel/schema.ts'
import { type CheckedLine, isReady, legalChecks } from '../../domain/orders/legal-checks.ts'
import type { AnnexFacts, OrderCommand } from '../../domain/orders/order.ts'
import type { DraftLineShown, OrderDraft, OrderDraftList, OrderDraftPage } from '../../domain/orders/order-draft.ts'
import type { PositionPrecision } from '../../domain/register/precision.ts'
import { shownIcglrId, shownPosition } from '../../domain/register/precision.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Asking } from '../facts.ts'
import { areaOf, readAreas } from '../register/read-sites.ts'
import type { SiteTableRow } from '../register/store-register.ts'
import { orderFacts } from './order-facts.ts'
import { type Resolve, keyResolver } from './resolve-keys.ts'
import { type DraftRow, findDraftRow, listDraftRows } from './store-drafts.ts'

export async function readDraftList(tx: Tx, tenant: string): Promise<OrderDraftList> {
  return {
    drafts: (await listDraftRows(tx, tenant)).map((row) => ({
      draft: asId('order-draft', row.id),
      orderKind: row.content.orderKind,
      number: row.content.number ?? null,
      sites: row.content.annex.length,
      version: row.version,
      changedAt: row.changed_at,
    })),
  }
}

/** The draft with each row of its annex bound to the one site that its key means; other rows stay as they were written. */
export async function bound(
  tx: Tx,
  tenant: string,
  { draft, now }: { readonly draft: OrderDraft; readonly now: string },
): Promise<OrderDraft> {
  if (draft.annex.every((line) => line.site !== undefined)) return draft
  const resolve = await keyResolver(tx, tenant, now)
  const annex = draft.annex.map((line) => {
    const [only, ...others] = line.site === undefined ? resolve(line.key) : []
    return only !== undefined && others.length === 0 ? { ...line, site: asId('site', only.id) } : line
  })
  return { ...draft, annex }
}

export async function readDraft(
  asking: Asking,
  { draft, precision }: { readonly draft: string; readonly precision: PositionPrecision },
): Promise<Outcome<OrderDraftPage>> {
  const { tx, tenant, moment } = asking
  const row = await findDraftRow(tx, tenant, draft)
  if (row === null) return refused('no-such-order-draft')
  const resolve = await keyResolver(tx, tenant, moment.now)
  const found = await factsOf(asking, row.content)
  const checks = legalChecks(row.content, {
    today: moment.today,
    numberTaken: found.numberTaken && row.order_id === null,
    supersededKnown: found.supersededKnown,
    lines: row.content.annex.map((line, at) => checkedLine({ line, row: at + 1 }, { facts: found.sites, resolve })),
  })
  return accepted({
    draft: asId('order-draft', row.id),
    version: row.version,
    content: row.content,
    lines: await shownLines(asking, row, { resolve, facts: found.sites, precision }),
    checks: [...checks],
    phase: row.order_id !== null ? 'signed' : isReady(checks) ? 'legal_check' : 'draft',
    signedAs: row.order_id === null ? null : { order: asId('order', row.order_id), number: row.order_number ?? '' },
    changedAt: row.changed_at,
    changedByYou: row.changed_by === moment.actor.account,
  })
}

type Line = OrderDraft['annex'][number]
interface Known {
  readonly facts: readonly AnnexFacts[]
  readonly resolve: Resolve
}
const checkedLine = ({ line, row }: { readonly line: Line; readonly row: number }, { facts, resolve }: Known): CheckedLine => ({
  row,
  key: line.key,
  facts: facts.find((one) => one.site === line.site) ?? null,
  candidates: line.site === undefined ? resolve(line.key).length : 1,
})

/** The same facts by which a signature would be decided; a day that is not written yet is today. */
function factsOf(asking: Asking, draft: OrderDraft) {
  const { today } = asking.moment
  const { statedCounts: _stated, annex, scan: _scan, ...text } = draft
  const command: Extract<OrderCommand, { say: 'sign' }> = {
    ...text,
    say: 'sign',
    number: draft.number ?? '–',
    signatoryRole: draft.signatoryRole ?? 'MINISTER',
    signedOn: draft.signedOn ?? today,
    effectiveFrom: draft.effectiveFrom ?? today,
    annex: annex.flatMap((line) => (line.site === undefined ? [] : [{ site: line.site, colour: line.colour }])),
  }
  return orderFacts(asking, command)
}

async function shownLines(
  { tx, doors }: Asking,
  { content }: DraftRow,
  { resolve, facts, precision }: Known & { readonly precision: PositionPrecision },
): Promise<DraftLineShown[]> {
  const areas = await readAreas(tx, doors)
  return content.annex.map((line) => {
    const found = resolve(line.site ?? line.key)
    const row: SiteTableRow | undefined = line.site === undefined ? undefined : found[0]
    const inspection = facts.find((one) => one.site === line.site)?.inspection ?? null
    return {
      ...line,
      name: row?.name ?? null,
      nationalId: row?.national_id ?? null,
      icglrId: row ? shownIcglrId(row.icglr_id, precision) : null,
      territoire: row ? (areaOf(areas, row.territoire_code)?.name ?? row.stated.territoire ?? null) : null,
      position: row ? coordinatesOf(row, precision) : null,
      proposed: inspection?.colour ?? null,
      visitedOn: inspection?.on === undefined ? null : dayOf(inspection.on),
      candidates:
        line.site === undefined
          ? found.slice(0, 20).map((one) => ({ site: asId('site', one.id), name: one.name, nationalId: one.national_id }))
          : [],
    }
  })
}

/** As an annex writes them, in decimal degrees; `null` without a position. */
export function coordinatesOf(row: SiteTableRow, precision: PositionPrecision): string | null {
  if (row.latitude === null || row.longitude === null) return null
  const shown = shownPosition(
    { at: { latitude: row.latitude, longitude: row.longitude }, origin: row.position_origin ?? 'unknown' },
    precision,
  )
  if (shown === null) return null
  const digits = precision === 'exact' ? 5 : 2
  return `${shown.at.latitude.toFixed(digits)} ; ${shown.at.longitude.toFixed(digits)}`
}
