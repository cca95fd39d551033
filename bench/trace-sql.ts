/*
The same history in PostgreSQL and in DuckDB, with the queries that a careful hand would write there: tables that hold only what is asked,
indexes on both ends of a draw, the sum of a lot's inputs kept beside it, statistics gathered. Each answers the share per site of one lot, the
way down from a site since a day, and the checks that need no text.
*/
import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { dateFromDayNumber } from '../src/kernel/calendar.ts'
import { FLAG, NO_SITE, kindOf } from '../src/modules/custody/domain/tracing/graph.ts'
import type { Told } from './trace-history.ts'
import { siteId } from './trace-history.ts'

const hex = (word: number): string => word.toString(16).padStart(8, '0')
export function uuid(a: number, b: number, c: number, d: number): string {
  const [second, third] = [hex(b), hex(c)]
  return `${hex(a)}-${second.slice(0, 4)}-${second.slice(4)}-${third.slice(0, 4)}-${third.slice(4)}${hex(d)}`
}

/** Both tables as files of comma-separated lines. */
export function csvWriter(folder: string): Told & { readonly close: () => { readonly lots: string; readonly draws: string } } {
  const files = { lots: join(folder, 'lot.csv'), draws: join(folder, 'draw.csv') }
  const [lots, draws] = [lineFile(files.lots), lineFile(files.draws)]
  return {
    lot: (lot, tag) => {
      const day = (number: number): string => (number === 0 ? '' : dateFromDayNumber(number))
      const is = (flag: number): string => ((lot.flags & flag) === 0 ? 'f' : 't')
      const site = lot.site === NO_SITE ? '' : siteId(lot.site)
      lots.line(
        `${uuid(lot.a, lot.b, lot.c, lot.d)},${kindOf(lot.code)},${lot.mass},${lot.least},${site},${day(lot.produced)},${day(lot.formed)},${tag === 0 ? '' : tag},${is(FLAG.strangeTag)},${is(FLAG.withoutRight)}`,
      )
    },
    draw: (draw) =>
      draws.line(
        `${uuid(draw.intoA, draw.intoB, draw.intoC, draw.intoD)},${uuid(draw.fromA, draw.fromB, draw.fromC, draw.fromD)},${draw.drawn}`,
      ),
    close: () => {
      lots.close()
      draws.close()
      return files
    },
  }
}
function lineFile(path: string) {
  const handle = openSync(path, 'w', 0o644)
  let waiting: string[] = []
  const flush = (): void => {
    if (waiting.length > 0) writeSync(handle, `${waiting.join('\n')}\n`)
    waiting = []
  }
  return {
    line: (text: string): void => {
      waiting.push(text)
      if (waiting.length >= 20_000) flush()
    },
    close: (): void => {
      flush()
      closeSync(handle)
    },
  }
}

export const tables = (uuidType: string): readonly string[] => [
  `create table lot (id ${uuidType} not null, kind smallint not null, mass bigint not null, least bigint not null, site ${uuidType}, produced date, formed date not null, tag bigint, strange_tag boolean not null, without_right boolean not null)`,
  `create table lot_input (lot_id ${uuidType} not null, input_id ${uuidType} not null, drawn bigint not null)`,
]
export const indexes: readonly string[] = [
  'alter table lot add primary key (id)',
  'create index lot_by_site on lot (site, produced) where site is not null',
  'alter table lot_input add primary key (lot_id, input_id)',
  'create index lot_input_by_source on lot_input (input_id)',
  'create table lot_total as select lot_id, sum(drawn)::bigint as drawn from lot_input group by lot_id',
  'alter table lot_total add primary key (lot_id)',
]

/** PostgreSQL: one index look-up a lot, kept on the indexes by `offset 0`. */
export const shareInPostgres = `
  with recursive way (lot_id, part) as (
    select id, mass::float8 from lot where id = $1
    union all
    select one.input_id, way.part * one.share from way cross join lateral (
      select i.input_id, i.drawn::float8 / t.drawn as share from lot_total t join lot_input i on i.lot_id = t.lot_id where t.lot_id = way.lot_id offset 0) as one
  )
  select lot.site, sum(way.part) as grams from way cross join lateral (select site from lot where lot.id = way.lot_id offset 0) as lot
  where lot.site is not null group by lot.site order by 2 desc`
export const impactInPostgres = `
  with recursive way (lot_id, part) as (
    select id, mass::float8 from lot where site = $1 and produced >= $2
    union all
    select one.lot_id, way.part * one.share from way cross join lateral (
      select i.lot_id, i.drawn::float8 / source.mass * least(1, made.mass::float8 / t.drawn) as share from lot source
      join lot_input i on i.input_id = source.id join lot made on made.id = i.lot_id join lot_total t on t.lot_id = i.lot_id
      where source.id = way.lot_id offset 0) as one
  )
  select count(distinct lot_id) as lots, sum(part) as grams from way`
/** DuckDB joins whole columns. */
export const shareInDuck = (lot: string): string => `
  with recursive way (lot_id, part) as (
    select id, mass::double from lot where id = '${lot}'
    union all
    select i.input_id, way.part * i.drawn::double / t.drawn from way join lot_total t on t.lot_id = way.lot_id join lot_input i on i.lot_id = way.lot_id
  )
  select lot.site, sum(way.part) as grams from way join lot on lot.id = way.lot_id where lot.site is not null group by lot.site order by 2 desc`
export const impactInDuck = (site: string, since: string): string => `
  with recursive way (lot_id, part) as (
    select id, mass::double from lot where site = '${site}' and produced >= date '${since}'
    union all
    select i.lot_id, way.part * i.drawn::double / source.mass * least(1, made.mass::double / t.drawn) from way join lot source on source.id = way.lot_id
      join lot_input i on i.input_id = way.lot_id join lot made on made.id = i.lot_id join lot_total t on t.lot_id = i.lot_id
  )
  select count(distinct lot_id) as lots, sum(part) as grams from way`

/** The checks of `scan`, as sets. */
export const checks: readonly { readonly name: string; readonly query: string }[] = [
  { name: 'F01', query: 'select count(*) from (select tag from lot where tag is not null group by tag having count(*) > 1) as twice' },
  { name: 'F02-F04', query: 'select count(*) from lot where strange_tag or without_right' },
  { name: 'F08', query: 'select count(*) from lot where (mass - least) * 10000 > least * 100' },
  {
    name: 'F08 F09 F23',
    query: `select count(*) from (select lot_id, sum(drawn) as drawn from lot_input group by lot_id) as t join lot on lot.id = t.lot_id
      where (lot.mass - t.drawn) * 10000 > t.drawn * 100 or (t.drawn - lot.mass) * 10000 > t.drawn * 600`,
  },
  {
    name: 'F12 F13',
    query: `select count(*) from lot_input i join lot source on source.id = i.input_id join lot made on made.id = i.lot_id
      where (source.kind = 0 and made.formed - source.formed > 14) or made.formed - source.formed < -1`,
  },
  {
    name: 'F22',
    query:
      'select count(*) from (select input_id, sum(drawn) as drawn from lot_input group by input_id) as t join lot on lot.id = t.input_id where t.drawn > lot.mass',
  },
  {
    name: 'F05 F06',
    query: `select count(*) from (select site, produced, grams, sum(grams) over (partition by site order by produced range between interval '29 days' preceding and current row) as month
      from (select site, produced, sum(mass) as grams from lot where site is not null group by site, produced) as days) as sums where month > 1.2 * 400000 or grams > 60000`,
  },
]
