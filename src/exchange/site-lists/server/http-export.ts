/* The filtered list of sites as a file: CSV, XLSX or GeoJSON, with the filters of the list and the precision of the reader. */
import { type WorkSheet, utils, write } from '@e965/xlsx'
import { type Fault, flagInUrl, maybe, oneOf, parse, record } from '../../../kernel/schema.ts'
import { badInput, rawRoute } from '../../../platform/http/build-route.ts'
import { type Incoming, type Reply, type Route, can } from '../../../platform/http/route.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { type ExportedList, csvOf, geoJsonOf, tableOf } from '../export-rows.ts'
import { columnWords } from '../export-words.ts'

/** The register answers with the filters of its own list; `query` without what belongs to the file. */
export type ListSites = (
  tx: Tx,
  asked: Pick<Incoming, 'tenant' | 'who' | 'now'> & { readonly query: unknown },
) => Promise<{ readonly ok: true; readonly list: ExportedList } | { readonly ok: false; readonly faults: readonly Fault[] }>

const params = record({ file: oneOf('sites.csv', 'sites.xlsx', 'sites.geojson') })
const own = record({ hxl: maybe(flagInUrl()) })

export const exportRoutes = (listSites: ListSites): readonly Route[] => [
  rawRoute({
    method: 'GET',
    path: '/api/exports/:file',
    summary:
      'sites.csv, sites.xlsx or sites.geojson: the list with the filters of /api/sites, as precisely as the reader may see; `hxl=true` adds a row of tags',
    allow: can('sites.read'),
    schemas: { params },
    answer: async (incoming) => {
      const named = parse(params, incoming.params)
      if (!named.ok) return badInput(named.faults)
      const { hxl, language: _language, ...query } = queryOf(incoming.query)
      const asked = parse(own, hxl === undefined ? {} : { hxl })
      if (!asked.ok) return badInput(asked.faults)
      const found = await incoming.door.read((tx) => listSites(tx, { ...incoming, query }))
      return found.ok
        ? fileOf(named.value.file, found.list, { language: incoming.language, hxl: asked.value.hxl === true })
        : badInput(found.faults)
    },
  }),
]

const queryOf = (query: unknown): { readonly [name: string]: unknown } => (typeof query === 'object' && query !== null ? { ...query } : {})

function fileOf(
  file: 'sites.csv' | 'sites.xlsx' | 'sites.geojson',
  list: ExportedList,
  { language, hxl }: { readonly language: 'fr' | 'en'; readonly hxl: boolean },
): Reply {
  const told = { words: columnWords[language], language, hxl }
  const headers = { 'content-disposition': `attachment; filename="${file.replace('.', `-${list.asOf}.`)}"` }
  if (file === 'sites.geojson')
    return { status: 200, body: JSON.stringify(geoJsonOf(list, told)), contentType: 'application/geo+json; charset=utf-8', headers }
  const table = tableOf(list, told)
  if (file === 'sites.csv') return { status: 200, body: csvOf(table), contentType: 'text/csv; charset=utf-8', headers }
  const sheet: WorkSheet = utils.aoa_to_sheet(table.map((row) => [...row]))
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, 'sites')
  const content: unknown = write(book, { type: 'buffer', bookType: 'xlsx', compression: true })
  if (!Buffer.isBuffer(content)) throw new Error('the workbook was not written')
  return { status: 200, body: content, contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', headers }
}
