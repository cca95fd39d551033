/*
Small IPIS files typed for tests: a row is the cells that matter, everything else is empty. Places and numbers are invented.
*/
import { type IpisColumn, ipisColumns } from './columns.ts'
import type { ImportDoor, RememberedVisit } from './import-ipis.ts'
import type { ImportedObservation } from './row-to-observations.ts'

export type TypedRow = { readonly [Column in IpisColumn]?: string }

const FIELD_VISIT: TypedRow = {
  vid: '1',
  pcode: 'codmine90001',
  name: 'Colline A',
  source: 'IPIS',
  project: 'IPIS - Essai',
  visit_date: '2019-03-04',
  visit_onsite: '1',
  longitude: '28.5',
  latitude: '-2.25',
  location_origin: 'GPS',
  province: 'Sud-Kivu',
  mineral1: 'Or',
}

/** A field visit with `cells` changed. */
export const typedRow = (cells: TypedRow = {}): TypedRow => ({ ...FIELD_VISIT, ...cells })

/** The text of a file; lines end with CRLF as in the original, the first column is the extract's own row number. */
export function typedFile(rows: readonly TypedRow[], columns: readonly IpisColumn[] = ipisColumns): string {
  const lines = rows.map((row, index) => [`fid--${index}`, ...columns.map((column) => quoted(row[column] ?? ''))].join(','))
  return [['FID', ...columns].join(','), ...lines, ''].join('\r\n')
}

/** The file as a stream of small pieces, so that no test depends on where a piece ends. */
export async function* asBytes(file: string | Uint8Array, pieceBytes = 7): AsyncGenerator<Uint8Array> {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes)
}

export interface MemoryDoor extends ImportDoor {
  readonly recorded: Map<string, ImportedObservation>
}

/** A house in memory. */
export function memoryDoor(): MemoryDoor {
  const recorded = new Map<string, ImportedObservation>()
  const ledger = new Map<string, RememberedVisit>()
  return {
    recorded,
    known: async (ids) => new Set(ids.filter((id) => recorded.has(id))),
    record: async (observations) => {
      for (const one of observations) if (!recorded.has(one.id)) recorded.set(one.id, one)
    },
    remembered: async (vids) =>
      new Map(
        vids.flatMap((vid) => {
          const found = ledger.get(vid)
          return found === undefined ? [] : [[vid, found] as const]
        }),
      ),
    remember: async (rows) => {
      for (const { vid, content, mapping } of rows) ledger.set(vid, { content: ledger.get(vid)?.content ?? content, mapping })
    },
    doubt: async (vids) => {
      for (const vid of vids) {
        const found = ledger.get(vid)
        if (found) ledger.set(vid, { ...found, mapping: null })
      }
    },
    historyOf: async (subjects) => [...recorded.values()].filter((one) => subjects.includes(one.subject)),
  }
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
