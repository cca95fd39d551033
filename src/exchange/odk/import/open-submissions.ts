/* Files that somebody exported, told apart by how they begin: Kobo's JSON, Central's OData, Kobo's tables, XML of single submissions. */
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { readCentralOdata } from './read-central-odata.ts'
import { readKoboCsv } from './read-kobo-csv.ts'
import { readKoboJson } from './read-kobo-json.ts'
import { readSubmissionXml } from './read-xml.ts'
import { type ExportFile, type Forms, type SubmissionRead, isKeyed } from './submission-read.ts'

export type ExportShape = 'kobo-json' | 'central-odata' | 'kobo-csv' | 'xml'
export interface OpenedExport {
  readonly shapes: readonly ExportShape[]
  readonly reads: readonly SubmissionRead[]
  /** How many the server says that it has, where it says so and gave fewer: the rest stands on further pages. */
  readonly more: number
}

/** Tables belong together whatever their order; every other file is read by itself. Refusals name the file. */
export function openSubmissions(files: readonly ExportFile[], forms: Forms): Outcome<OpenedExport> {
  const shapes = new Set<ExportShape>()
  const reads: SubmissionRead[] = []
  const tables: ExportFile[] = []
  let more = 0
  for (const file of files) {
    const text = new TextDecoder().decode(file.bytes.subarray(0, 200)).trimStart()
    if (text.startsWith('<')) {
      shapes.add('xml')
      reads.push(readSubmissionXml(file.name, new TextDecoder().decode(file.bytes), forms))
    } else if (text.startsWith('{') || text.startsWith('[')) {
      const read = readJson(file, forms)
      if (!read.ok) return read
      shapes.add(read.value.shape)
      more += read.value.more
      reads.push(...read.value.reads)
    } else tables.push(file)
  }
  if (tables.length > 0) {
    shapes.add('kobo-csv')
    const read = readKoboCsv(tables, forms)
    if (!read.ok) return read
    reads.push(...read.value)
  }
  return accepted({ shapes: [...shapes], reads, more })
}

interface Listed {
  readonly shape: ExportShape
  readonly reads: readonly SubmissionRead[]
  readonly more: number
}
function readJson({ name, bytes }: ExportFile, forms: Forms): Outcome<Listed> {
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder().decode(bytes).replace(/^\uFEFF/, ''))
  } catch {
    return refused('submissions-not-json', { file: name })
  }
  if (Array.isArray(json)) return accepted({ shape: 'kobo-json', reads: readKoboJson(name, json, forms), more: 0 })
  if (!isKeyed(json)) return refused('submissions-not-json', { file: name })
  const { results, count, value } = json
  if (Array.isArray(results)) {
    const more = typeof count === 'number' && typeof json['next'] === 'string' ? Math.max(0, count - results.length) : 0
    return accepted({ shape: 'kobo-json', reads: readKoboJson(name, results, forms), more })
  }
  if (!Array.isArray(value)) return refused('submissions-not-an-export', { file: name })
  const all = json['@odata.count']
  const more = typeof json['@odata.nextLink'] === 'string' ? Math.max(1, (typeof all === 'number' ? all : 0) - value.length) : 0
  return accepted({ shape: 'central-odata', reads: readCentralOdata(name, value, forms), more })
}
