/*
A chain of custody of any size for the dossier of one export lot: 25 tonnes, 3,000 bags of 100 sites, through 60 traders' lots and 6 processed ones,
with cards, transport papers and documents; all other bags lie in traders' lots beside it. Written by the database straight into the read tables, like
the register of `world.ts`: it is only read, and cannot be rebuilt from its log, which is empty. The same size always gives the same chain.
*/
import { sql } from 'kysely'
import type { Database } from '../src/platform/database/connect.ts'
import type { Tx } from '../src/platform/database/transaction.ts'
import { TENANT } from './world.ts'

export const BAGS = 3_000
export const SITES = 100
const BAG_GRAMS = 8_333
const PER_TRADER_LOT = 50
const TRADER_LOTS = BAGS / PER_TRADER_LOT
const PROCESSED = 6

/** An id from a letter and a number: `1` bags, `2` traders' lots, `3` processed, `4` export lot, `5` bodies, `6` acts, `7` cards, `8` papers. */
const idOf = (letter: string, number: string) => sql.raw(`('${letter}0000000-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`)
const series = (name: string, from: number, to: number) => sql.raw(`generate_series(${from}, ${to}) as ${name}`)
const idText = (letter: string, number: number): string => `${letter}0000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`
export const exportLot = idText('4', 1)
export const EXPORTER = 111
export const exporter = idText('5', EXPORTER)

export async function fillChain(database: Database, bags: number): Promise<void> {
  await database.transaction(async (tx) => {
    await sql`set local synchronous_commit = off`.execute(tx)
    await fillBodies(tx)
    await fillOrders(tx)
    const later = await dropIndexes(tx)
    await fillBags(tx, bags)
    await fillTraderLots(tx, bags / PER_TRADER_LOT)
    await fillExport(tx)
    for (const make of later) await sql.raw(make).execute(tx)
    await fillPapers(tx)
    await sql`insert into log_head (tenant_id, position, hash, learned_at) values (${TENANT}, 0, ${Buffer.alloc(32)}, now()) on conflict do nothing`.execute(
      tx,
    )
  })
  await database.transaction(async (tx) => {
    for (const table of ['lot', 'lot_input', 'lot_holding', 'transfer', 'paper', 'paper_link', 'card', 'organisation'])
      await sql`analyze ${sql.table(table)}`.execute(tx)
  })
}

/** Of the tables that grow with the bags all but the keys; what makes them again. Ten million rows are sorted once instead of being put in one by one. */
async function dropIndexes(tx: Tx): Promise<readonly string[]> {
  await sql`set local maintenance_work_mem = '512MB'`.execute(tx)
  const found = await sql<{ name: string; make: string }>`
    select indexname as name, indexdef as make from pg_indexes
    where schemaname = 'public' and tablename in ('lot', 'lot_input', 'lot_holding', 'transfer')
      and indexname not in (select conname from pg_constraint where conindid <> 0)`.execute(tx)
  for (const { name } of found.rows) await sql`drop index ${sql.id(name)}`.execute(tx)
  return found.rows.map((row) => row.make)
}

/** 100 cooperatives, 10 traders, the exporter; each with a card that runs. */
async function fillBodies(tx: Tx): Promise<void> {
  await sql`
    insert into organisation (tenant_id, id, name, kind, area, country, identifiers, registered_at)
    select ${TENANT}, ${idOf('5', 'o')}, 'Corps ' || o, case when o <= 100 then 'cooperative' when o <= 110 then 'trader' else 'exporter' end, 'CD61', 'CD',
      '[]'::jsonb, timestamptz '2024-01-01T00:00:00Z' from ${series('o', 1, EXPORTER)}`.execute(tx)
  await sql`
    insert into card (tenant_id, id, kind, organisation_id, number, valid_from, valid_until, acts, learned_at)
    select ${TENANT}, ${idOf('7', 'o')}, case when o <= 100 then 'cooperative-approval' when o <= 110 then 'trader-card' else 'comptoir-approval' end,
      ${idOf('5', 'o')}, 'C-' || o, date '2026-01-01', date '2026-12-31',
      jsonb_build_array(jsonb_build_object('what', 'issued', 'on', '2026-01-01', 'number', 'C-' || o, 'validFrom', '2026-01-01', 'validUntil', '2026-12-31')),
      timestamptz '2026-01-01T00:00:00Z' from ${series('o', 1, EXPORTER)}`.execute(tx)
}

/** Every site was green before the first bag was dug, by an order; a hold of the register is none of this lot's. */
async function fillOrders(tx: Tx): Promise<void> {
  await sql`delete from site_status_fact where tenant_id = ${TENANT} and kind = 'hold'`.execute(tx)
  await sql`
    insert into site_status_fact (tenant_id, site_id, id, kind, acts_on, content, detail, recorded_at)
    select ${TENANT}, ${idOf('a', 's')}, ${idOf('8', '500000 + s')}, 'order', date '2026-05-20',
      jsonb_build_object('kind', 'order', 'order', ${idOf('8', '499999')}, 'number', '0001/CHAIN', 'orderKind', 'validation', 'colour', 'green',
        'signedOn', '2026-05-20', 'effectiveFrom', '2026-05-20', 'until', null, 'supersedes', null,
        'published', jsonb_build_object('on', '2026-05-20', 'recordedAt', '2026-05-20T00:00:00.000Z')),
      '{}'::jsonb, timestamptz '2026-05-21T00:00:00Z' from ${series('s', 1, SITES)}`.execute(tx)
}

/** Dug at one of a hundred sites in one of sixty days, sold by the cooperative of the site to a trader two days later. */
async function fillBags(tx: Tx, bags: number): Promise<void> {
  const made = sql`${series('n', 1, bags)}, lateral (select date '2026-06-01' + n % 60 as day, 1 + ((n - 1) / ${BAGS / SITES}) % ${SITES} as site, 1 + (n - 1) / ${PER_TRADER_LOT} as k) as at`
  await sql`
    insert into lot (tenant_id, id, number, kind, mineral, mass_grams, drawn_grams, holder_id, site_id, tag, tag_issuer, produced_on, formed_on, last_on, learned_at)
    select ${TENANT}, ${idOf('1', 'n')}, 'S-' || n, 'bag', 'Sn', ${BAG_GRAMS}, ${BAG_GRAMS}, ${idOf('5', '101 + k % 10')}, ${idOf('a', 'site')}, 'BT' || n, 'ITSCI',
      day, day, day + 3, day + interval '1 day' from ${made}`.execute(tx)
  await sql`
    insert into lot_holding (tenant_id, lot_id, ordinal, organisation_id, since, position)
    select ${TENANT}, ${idOf('1', 'n')}, hand, case hand when 0 then ${idOf('5', 'site')} else ${idOf('5', '101 + k % 10')} end, day + 2 * hand, n * 2 + hand
    from ${made}, generate_series(0, 1) as hand`.execute(tx)
  await sql`
    insert into lot_input (tenant_id, lot_id, input_id, drawn_grams)
    select ${TENANT}, ${idOf('2', 'k')}, ${idOf('1', 'n')}, ${BAG_GRAMS} from ${made}`.execute(tx)
  await sql`
    insert into transfer (tenant_id, event_id, lot_id, ordinal, from_id, to_id, sent_on, sent_grams, paper, received_on, received_grams)
    select ${TENANT}, ${idOf('6', 'n')}, ${idOf('1', 'n')}, 0, ${idOf('5', 'site')}, ${idOf('5', '101 + k % 10')}, day + 1, ${BAG_GRAMS}, 'AT-' || k, day + 2, ${BAG_GRAMS}
    from ${made} where n <= ${BAGS}`.execute(tx)
}

async function fillTraderLots(tx: Tx, lots: number): Promise<void> {
  const grams = BAG_GRAMS * PER_TRADER_LOT
  await sql`
    insert into lot (tenant_id, id, number, kind, mineral, mass_grams, drawn_grams, holder_id, formed_on, last_on, learned_at)
    select ${TENANT}, ${idOf('2', 'k')}, 'N-' || k, 'trader-lot', 'Sn', ${grams}, case when k <= ${TRADER_LOTS} then ${grams} else 0 end,
      case when k <= ${TRADER_LOTS} then ${idOf('5', String(EXPORTER))} else ${idOf('5', '101 + k % 10')} end, date '2026-08-05', date '2026-08-05', timestamptz '2026-08-06T00:00:00Z'
    from ${series('k', 1, Math.floor(lots))}`.execute(tx)
  await sql`
    insert into lot_holding (tenant_id, lot_id, ordinal, organisation_id, since, position)
    select ${TENANT}, ${idOf('2', 'k')}, hand, case hand when 0 then ${idOf('5', '101 + k % 10')} else ${idOf('5', String(EXPORTER))} end, date '2026-08-05' + 7 * hand, hand
    from ${series('k', 1, TRADER_LOTS)}, generate_series(0, 1) as hand`.execute(tx)
  await sql`
    insert into transfer (tenant_id, event_id, lot_id, ordinal, from_id, to_id, sent_on, sent_grams, paper, received_on, received_grams)
    select ${TENANT}, ${idOf('6', `${100_000_000} + k`)}, ${idOf('2', 'k')}, 0, ${idOf('5', '101 + k % 10')}, ${idOf('5', String(EXPORTER))}, date '2026-08-10', ${grams},
      'AX-' || k, date '2026-08-12', ${grams} from ${series('k', 1, TRADER_LOTS)}`.execute(tx)
}

/** Ten traders' lots to a processed one, six of those to the export lot. */
async function fillExport(tx: Tx): Promise<void> {
  const [processed, all] = [(BAG_GRAMS * BAGS) / PROCESSED, BAG_GRAMS * BAGS]
  const lot = (letter: string, kind: string, to: number, grams: number) => sql`
    insert into lot (tenant_id, id, number, kind, mineral, mass_grams, drawn_grams, holder_id, formed_on, last_on, learned_at)
    select ${TENANT}, ${idOf(letter, 'p')}, ${kind}::text || p, ${kind}::text, 'Sn', ${grams}::bigint, ${letter === '3' ? grams : 0}::bigint, ${idOf('5', String(EXPORTER))},
      date '2026-08-20', date '2026-08-20', timestamptz '2026-08-21T00:00:00Z' from ${series('p', 1, to)}`
  const held = (letter: string, to: number) => sql`
    insert into lot_holding (tenant_id, lot_id, ordinal, organisation_id, since, position)
    select ${TENANT}, ${idOf(letter, 'p')}, 0, ${idOf('5', String(EXPORTER))}, date '2026-08-20', 0 from ${series('p', 1, to)}`
  await lot('3', 'processed-lot', PROCESSED, processed).execute(tx)
  await lot('4', 'export-lot', 1, all).execute(tx)
  await held('3', PROCESSED).execute(tx)
  await held('4', 1).execute(tx)
  await sql`
    insert into lot_input (tenant_id, lot_id, input_id, drawn_grams)
    select ${TENANT}, ${idOf('3', `1 + (k - 1) / ${TRADER_LOTS / PROCESSED}`)}, ${idOf('2', 'k')}, ${BAG_GRAMS * PER_TRADER_LOT}::bigint from ${series('k', 1, TRADER_LOTS)}
    union all select ${TENANT}, ${idOf('4', '1')}, ${idOf('3', 'p')}, ${processed}::bigint from ${series('p', 1, PROCESSED)}`.execute(tx)
}

/** A transport authorisation in the register for each traders' lot, and the documents of the export lot. */
async function fillPapers(tx: Tx): Promise<void> {
  const body = (type: ReturnType<typeof sql>, number: ReturnType<typeof sql>, lot: ReturnType<typeof sql>) => sql`
    jsonb_build_object('type', ${type}, 'issuer', ${exporter}::text, 'number', ${number}, 'values', '{}'::jsonb, 'signatories', '[]'::jsonb,
      'links', jsonb_build_array(jsonb_build_object('kind', 'lot', 'lot', ${lot})), 'mostUses', null, 'draftedBy', null)`
  await sql`
    insert into paper (tenant_id, id, type, number, issuer_id, valid_from, valid_until, issued_on, content, uses, parties, learned_at)
    select ${TENANT}, ${idOf('8', 'k')}, 'transport-authorisation', 'AX-' || k, ${exporter}::uuid, date '2026-08-01', date '2027-08-30', date '2026-08-01',
      ${body(sql`'transport-authorisation'::text`, sql`'AX-' || k`, idOf('2', 'k'))}, '[]'::jsonb, array[${exporter}::uuid], timestamptz '2026-08-01T00:00:00Z'
    from ${series('k', 1, TRADER_LOTS)}
    union all
    select ${TENANT}, ${idOf('8', '1000 + at')}, type, 'D-' || at, ${exporter}::uuid, date '2026-08-01', null, date '2026-08-01',
      ${body(sql`type`, sql`'D-' || at`, sql`${exportLot}::text`)}, '[]'::jsonb, array[${exporter}::uuid], timestamptz '2026-08-01T00:00:00Z'
    from unnest(array['mine-log-sheet','purchase-slip','purchase-note','processing-log','valuation-report','customs-declaration','shipment-papers'])
      with ordinality as one (type, at)`.execute(tx)
  await sql`
    insert into paper_link (tenant_id, paper_id, kind, thing)
    select ${TENANT}, id, 'lot', content -> 'links' -> 0 ->> 'lot' from paper where tenant_id = ${TENANT}`.execute(tx)
}
