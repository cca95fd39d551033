/*
A register of any size for the benchmarks: sites, visits, reported colours, inspections and their orders, written by the database
itself straight into the read tables. A log of a quarter of a million signed events would take minutes to write and is measured
elsewhere (append); what runs on this world only reads, and it cannot be rebuilt from its log, which is empty.
The same size always gives the same world.
*/
import { sql } from 'kysely'
import type { Database } from '../src/platform/database/connect.ts'
import type { Tx } from '../src/platform/database/transaction.ts'

export const TENANT = 'cd'
/** The day of every question of the benchmarks. */
export const TODAY = '2026-11-21'
export const NOW = `${TODAY}T09:40:00.000Z`
/** Beside each site: 4 inspections, each with a line of an order; 16 visits and 4 reported colours. */
const INSPECTIONS = 4
const VISITS = 16
const REPORTS = 4
const LINES_PER_ORDER = 100

/** Fills an empty, migrated database; `owner` owns it. */
export async function fillWorld(owner: Database, sites: number): Promise<void> {
  await owner.transaction(async (tx) => {
    await sql`set local synchronous_commit = off`.execute(tx)
    await fillSites(tx, sites)
    await fillVisits(tx, sites)
    await fillReports(tx, sites)
    await fillInspections(tx, sites)
    await fillOrders(tx, sites)
  })
  await owner.transaction(async (tx) => {
    for (const table of ['site', 'site_visit', 'site_status_fact', 'inspection']) await sql`analyze ${sql.table(table)}`.execute(tx)
  })
}

/** An id from a letter and a number, as SQL: `a` sites, `b` visits, `c` reports, `d` inspections, `e` orders, `f` lines. */
const idOf = (letter: string, number: string) => sql.raw(`('${letter}0000000-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`)
const series = (name: string, to: number) => sql.raw(`generate_series(1, ${Math.floor(to)}) as ${name}`)

/** Names of three syllables with accents and a number of homonyms, as registers have them; two areas in three know their place. */
async function fillSites(tx: Tx, sites: number): Promise<void> {
  await sql`
    with words as (select
      array['Ka','Lu','Mu','Nya','Ki','Bi','Rubaya ','Sha','Nu','Wa','Lé','Ngo','Mé','Ru','Ma','Bu'] as a,
      array['lim','bund','kang','ntéré','shung','bir','mbo','tong','ruk','nzov','zing','luk','sond','pet'] as b,
      array['bi','u','a','wa','é','ira','ola','umbi','i','ule','eza'] as c,
      array['Sn','Ta','W','Au'] as minerals)
    insert into site (tenant_id, id, national_id, name, aliases, country, icglr_id, icglr_serial, minerals, latitude, longitude, position_origin,
      stated, province_code, territoire_code, place_basis, activity, source, registered_on, registered_at)
    select ${TENANT}, ${idOf('a', 's')}, 'codmine' || lpad(s::text, 6, '0'),
      a[1 + s % 16] || b[1 + (s * 7) % 14] || c[1 + (s * 13) % 11] || case when s % 5 = 0 then ' ' || (s % 9)::text else '' end,
      case when s % 3 = 0 then jsonb_build_array(a[1 + (s * 3) % 16] || b[1 + (s * 5) % 14]) else '[]'::jsonb end,
      'CD', 'CD--' || to_char(1 + (s % 4000) / 1000.0, 'FM0.0000') || '+' || to_char(27 + (s % 2900) / 1000.0, 'FM00.0000') || '-' || lpad(s::text, 5, '0'), s,
      jsonb_build_array(minerals[1 + s % 4]), -(1 + (s % 4000) / 1000.0), 27 + (s % 2900) / 1000.0, 'gps',
      '{}'::jsonb, 'CD6' || (1 + s % 3), 'CD6' || (1 + s % 3) || '0' || (1 + s % 8), 'computed', 'active', '{"name":"bench"}'::jsonb,
      date '2019-01-01' + s % 700, timestamptz '2019-01-01T00:00:00Z' + s % 700 * interval '1 day'
    from ${series('s', sites)}, words`.execute(tx)
}

async function fillVisits(tx: Tx, sites: number): Promise<void> {
  await sql`
    insert into site_visit (tenant_id, site_id, id, visited_on, on_site, armed_interference, content, learned_at)
    select ${TENANT}, ${idOf('a', `1 + n % ${sites}`)}, ${idOf('b', 'n')}, day, n % 17 <> 0, case n % 5 when 0 then true when 1 then null else false end,
      jsonb_build_object('date', day, 'source', jsonb_build_object('name', 'bench'), 'onSite', n % 17 <> 0,
        'observed', jsonb_build_object('workers', n % 300, 'mercury', n % 2 = 0, 'services', jsonb_build_array('PMC'))),
      day + interval '20 days'
    from ${series('n', sites * VISITS)}, lateral (select date '2020-01-01' + (n * 37) % 2400 as day) as at`.execute(tx)
}

async function fillReports(tx: Tx, sites: number): Promise<void> {
  await sql`
    insert into site_status_fact (tenant_id, site_id, id, kind, acts_on, content, detail, recorded_at)
    select ${TENANT}, ${idOf('a', `1 + n % ${sites}`)}, ${idOf('c', 'n')}, 'reported', day,
      jsonb_build_object('kind', 'reported', 'colour', (array['green','green','yellow','red','unclassified'])[1 + n % 5], 'on', day, 'source', 'bench'),
      jsonb_build_object('date', day, 'source', jsonb_build_object('name', 'bench'), 'reported', (array['green','green','yellow','red','unclassified'])[1 + n % 5]),
      day + interval '30 days'
    from ${series('n', sites * REPORTS)}, lateral (select date '2019-06-01' + (n * 41) % 2000 as day) as at`.execute(tx)
}

async function fillInspections(tx: Tx, sites: number): Promise<void> {
  await sql`
    insert into inspection (tenant_id, id, site_id, inspected_on, on_site, phase, result, members, rulebook, opened_at)
    select ${TENANT}, ${idOf('d', 'n')}, ${idOf('a', `1 + n % ${sites}`)}, day, true, 'accepted', (array['green','yellow','red'])[1 + n % 3],
      '[]'::jsonb, '{"id":"CD_0677_2021","hash":"bench"}'::jsonb, day + interval '1 day'
    from ${series('n', sites * INSPECTIONS)}, lateral (select date '2022-01-01' + (n * 43) % 1780 as day) as at`.execute(tx)
}

/** One order for each hundred inspections; every eighth site has a hold that was lifted, every thirtieth one that lies on it. */
async function fillOrders(tx: Tx, sites: number): Promise<void> {
  const lines = sites * INSPECTIONS
  await sql`
    insert into status_order (tenant_id, id, number, order_kind, signatory_role, signed_on, effective_from, legal_basis, rulebook, recorded_at, published_on)
    select ${TENANT}, ${idOf('e', 'o')}, lpad(o::text, 4, '0') || '/BENCH', 'validation', 'MINISTER', day, day, '[]'::jsonb,
      '{"id":"CD_0677_2021","hash":"bench"}'::jsonb, day + interval '2 days', day
    from ${series('o', lines / LINES_PER_ORDER + 1)}, lateral (select date '2022-03-01' + (o * 43) % 1720 as day) as at`.execute(tx)
  await sql`
    insert into site_status_fact (tenant_id, site_id, id, kind, acts_on, content, detail, recorded_at)
    select ${TENANT}, ${idOf('a', `1 + n % ${sites}`)}, ${idOf('f', 'n')}, 'order', day,
      jsonb_build_object('kind', 'order', 'order', ${idOf('e', `1 + n / ${LINES_PER_ORDER}`)}, 'number', lpad((1 + n / 100)::text, 4, '0') || '/BENCH',
        'orderKind', 'validation', 'colour', (array['green','yellow','red'])[1 + n % 3], 'signedOn', day, 'effectiveFrom', day, 'until', null,
        'supersedes', null, 'published', jsonb_build_object('on', day, 'recordedAt', to_char(day, 'YYYY-MM-DD') || 'T00:00:00.000Z')),
      '{}'::jsonb, day + interval '2 days'
    from ${series('n', lines)}, lateral (select date '2022-03-01' + ((1 + n / 100) * 43) % 1720 as day) as at`.execute(tx)
  await sql`
    insert into site_status_fact (tenant_id, site_id, id, kind, acts_on, content, detail, recorded_at)
    select ${TENANT}, ${idOf('a', 's')}, ${idOf('9', 's')}, 'hold', date '2025-02-01',
      jsonb_build_object('kind', 'hold', 'by', 'scheme', 'reason', 'bench', 'from', '2025-02-01', 'lifted',
        case when s % 30 = 0 then null else jsonb_build_object('on', '2025-03-01', 'recordedAt', '2025-03-02T00:00:00.000Z') end),
      jsonb_build_object('hold', ${idOf('9', 's')}), timestamptz '2025-02-02T00:00:00Z'
    from ${series('s', sites)} where s % 8 = 0 or s % 30 = 0`.execute(tx)
}
