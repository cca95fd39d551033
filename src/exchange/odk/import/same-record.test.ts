/* Any record, told in each of the four shapes, is the same record again. The writers stand here only: nothing of the product writes exports. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AskedGroup, AskedPart, Point, SubmissionRecord, Value, Values } from '../domain/records.ts'
import { readAskedForm } from './asked-form.ts'
import { openSubmissions } from './open-submissions.ts'
import { writeSubmission, writeValue } from './write-submission.ts'

const XFORM = `<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>t</h:title><model>
<instance><data id="f" version="1"><note/><g><name/><age/></g><kinds/><at/><way/><sum/><picture/>
<pit jr:template=""><depth/><g><state/></g><shaft jr:template=""><kinds/><metres/></shaft></pit><meta><instanceID/></meta></data></instance>
<bind nodeset="/data/note" type="string" readonly="true()"/><bind nodeset="/data/g/age" type="int"/><bind nodeset="/data/at" type="geopoint"/><bind nodeset="/data/way" type="geotrace"/>
<bind nodeset="/data/sum" type="string" calculate="1"/><bind nodeset="/data/picture" type="binary"/><bind nodeset="/data/pit/depth" type="decimal"/><bind nodeset="/data/pit/shaft/metres" type="int"/></model></h:head>
<h:body><input ref="/data/note"/><group ref="/data/g"><input ref="/data/g/name"/><input ref="/data/g/age"/></group><select ref="/data/kinds"/><input ref="/data/at"/><input ref="/data/way"/><upload ref="/data/picture"/>
<group ref="/data/pit"><repeat nodeset="/data/pit"><input ref="/data/pit/depth"/><group ref="/data/pit/g"><input ref="/data/pit/g/state"/></group>
<group ref="/data/pit/shaft"><repeat nodeset="/data/pit/shaft"><select ref="/data/pit/shaft/kinds"/><input ref="/data/pit/shaft/metres"/></repeat></group></repeat></group></h:body></h:html>`
const asked = readAskedForm(XFORM)
if (!asked.ok) throw new Error(asked.refusal.code)
const form = asked.value

const letters = fc.oneof(
  fc.constantFrom('null', 'undefined', '0', '0117', 'a;b,c', '"', 'l’un\nl’autre', "d'en haut", 'puits (1).jpg', '<&>', '=1+1', 'é𝄞'),
  fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) =>
    Array.from(text)
      .filter((one) => one >= ' ' && one < '\uFFFE')
      .join(''),
  ),
)
const words = letters.filter((text) => text.trim() !== '')
const whole = fc.integer()
const decimal = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }).map((one) => Number(one.toFixed(4)) + 0)
const coordinate = (most: number) => fc.double({ noNaN: true, min: -most, max: most }).map((one) => Number(one.toFixed(6)) + 0)
const height = fc.option(decimal, { nil: null })
const point = fc
  .record({ lat: coordinate(90), lon: coordinate(180), alt: height, acc: height })
  .map((one) => (one.alt === null ? { ...one, acc: null } : one))
const flatPoint = fc.record({ lat: coordinate(90), lon: coordinate(180), alt: decimal, acc: fc.constant(null) })
const kinds = fc.uniqueArray(fc.constantFrom('sn', 'ta', 'w'), { minLength: 1 })
const maybe = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(one, { nil: null })
const shaft = fc.record({ kinds: maybe(kinds), metres: maybe(whole) }).filter((row) => row.kinds !== null || row.metres !== null)
const pit = fc
  .record({ depth: maybe(decimal), 'g/state': maybe(words), shaft: fc.array(shaft, { maxLength: 3 }) })
  .filter((row) => row.depth !== null || row['g/state'] !== null || row.shaft.length > 0)
const calculated = fc.oneof(
  words.filter((text) => !/^-?\d/.test(text)),
  decimal,
)
const records: fc.Arbitrary<SubmissionRecord> = fc.record({
  instanceID: fc.uuid().map((id) => `uuid:${id}`),
  form: fc.constant({ id: 'f', version: '1' }),
  values: fc.record({
    'g/name': maybe(words),
    'g/age': maybe(whole),
    kinds: maybe(kinds),
    at: maybe(point),
    way: maybe(fc.array(flatPoint, { minLength: 2, maxLength: 4 })),
    sum: maybe(calculated),
    picture: maybe(words),
    pit: fc.array(pit, { maxLength: 3 }),
  }),
  server: fc.record({
    submittedAt: fc.constantFrom('2026-03-02T00:00:00.000Z', '2026-12-31T23:59:59.000Z'),
    review: fc.constantFrom('approved' as const, 'rejected' as const, 'hasIssues' as const, null),
  }),
})

const rowsOf = (value: Value | undefined): readonly Values[] => {
  const rows: readonly unknown[] = Array.isArray(value) ? value : []
  return rows.filter((row): row is Values => typeof row === 'object' && row !== null)
}
interface Flat {
  readonly [key: string]: unknown
}
function asKobo(parts: readonly AskedPart[], values: Values, prefix = ''): Flat {
  return Object.fromEntries(
    parts.flatMap((part): readonly [string, unknown][] => {
      const value = values[`${prefix}${part.name}`] ?? null
      if (part.kind === 'question') return value === null ? [] : [[part.path, writeValue(value)]]
      if (part.kind === 'group') return Object.entries(asKobo(part.parts, values, `${prefix}${part.name}/`))
      const rows = rowsOf(value)
      return rows.length === 0 ? [] : [[part.path, rows.map((row) => asKobo(part.parts, row))]]
    }),
  )
}
const koboReview = {
  approved: 'validation_status_approved',
  rejected: 'validation_status_not_approved',
  hasIssues: 'validation_status_on_hold',
  edited: '',
}
const reviewOf = ({ server }: SubmissionRecord): string => (server?.review ? koboReview[server.review] : '')
const koboTime = ({ server }: SubmissionRecord): string => (server?.submittedAt ?? '').replace('.000Z', '')
const toKobo = (record: SubmissionRecord): string =>
  JSON.stringify({
    count: 1,
    next: null,
    results: [
      {
        ...asKobo(form.parts, record.values),
        _uuid: record.instanceID.slice(5),
        'meta/instanceID': record.instanceID,
        _submission_time: koboTime(record),
        _validation_status: reviewOf(record) === '' ? {} : { uid: reviewOf(record) },
      },
    ],
  })

const isPoint = (value: Value): value is Point => typeof value === 'object' && value !== null && 'lat' in value
function asOdata(parts: readonly AskedPart[], values: Values, prefix = ''): Flat {
  const geo = (one: { readonly lat: number; readonly lon: number; readonly alt: number | null }): readonly number[] =>
    one.alt === null ? [one.lon, one.lat] : [one.lon, one.lat, one.alt]
  const typed = (part: AskedPart, value: Value): unknown => {
    if (value === null || part.kind !== 'question') return null
    if (part.type === 'point' && isPoint(value)) return { type: 'Point', coordinates: geo(value), properties: { accuracy: value.acc } }
    if (part.type === 'points')
      return {
        type: 'LineString',
        coordinates: rowsOf(value).map((row) => geo({ lat: Number(row['lat']), lon: Number(row['lon']), alt: Number(row['alt']) })),
      }
    return part.type === 'choices' || part.type === 'calculated' ? writeValue(value) : value
  }
  return Object.fromEntries(
    parts.map((part): readonly [string, unknown] => {
      const value = values[`${prefix}${part.name}`] ?? null
      if (part.kind === 'question') return [part.name, typed(part, value)]
      if (part.kind === 'group') return [part.name, asOdata(part.parts, values, `${prefix}${part.name}/`)]
      return [part.name, rowsOf(value).map((row, at) => ({ __id: `r${at}`, ...asOdata(part.parts, row) }))]
    }),
  )
}
const toOdata = (record: SubmissionRecord): string =>
  JSON.stringify({
    value: [
      {
        __id: record.instanceID,
        __system: { submissionDate: record.server?.submittedAt, reviewState: record.server?.review, formVersion: '1', deletedAt: null },
        ...asOdata(form.parts, record.values),
        meta: { instanceID: record.instanceID },
      },
    ],
  })

interface Sheet {
  readonly repeat: AskedGroup | null
  readonly rows: { readonly [column: string]: string }[]
}
function toTables(record: SubmissionRecord, separator: ',' | ';'): readonly { readonly name: string; readonly bytes: Uint8Array }[] {
  const sheets = new Map<string, Sheet>([['', { repeat: null, rows: [] }]])
  const fill = (parts: readonly AskedPart[], values: Values, { sheet, own }: { readonly sheet: string; readonly own: Flat }): void => {
    const row: { [column: string]: string } = Object.fromEntries(Object.entries(own).map(([key, value]) => [key, String(value)]))
    sheets.get(sheet)?.rows.push(row)
    const index = String(sheets.get(sheet)?.rows.length)
    row['_index'] = index
    const walk = (inside: readonly AskedPart[], prefix: string): void => {
      for (const part of inside) {
        const value = values[`${prefix}${part.name}`] ?? null
        if (part.kind === 'group') walk(part.parts, `${prefix}${part.name}/`)
        else if (part.kind === 'repeat') {
          if (!sheets.has(part.path)) sheets.set(part.path, { repeat: null, rows: [] })
          for (const one of rowsOf(value))
            fill(part.parts, one, { sheet: part.path, own: { _parent_table_name: sheet || 'f', _parent_index: index } })
        } else {
          row[part.path] = writeValue(value)
          if (part.kind === 'question' && part.type === 'choices')
            for (const name of ['sn', 'ta', 'w'])
              row[`${part.path}/${name}`] = value === null ? '' : writeValue(value).split(' ').includes(name) ? '1' : '0'
        }
      }
    }
    walk(parts, '')
  }
  const server = { _uuid: record.instanceID.slice(5), _submission_time: koboTime(record), _validation_status: reviewOf(record) }
  fill(form.parts, record.values, { sheet: '', own: server })
  const columnsOfRepeat: { readonly [path: string]: readonly string[] } = {
    pit: ['pit/depth', '_parent_index'],
    'pit/shaft': ['pit/shaft/metres', '_parent_index'],
  }
  return ['', 'pit', 'pit/shaft'].map((path) => {
    const rows = sheets.get(path)?.rows ?? []
    const columns = [...new Set([...(columnsOfRepeat[path] ?? []), ...rows.flatMap((row) => Object.keys(row))])]
    const line = (cells: readonly string[]): string => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator)
    const text = [line(columns), ...rows.map((row) => line(columns.map((column) => row[column] ?? '')))].join('\n')
    return { name: `${path.split('/').at(-1) || 'main'}.csv`, bytes: new TextEncoder().encode(`\uFEFF${text}\n`) }
  })
}

function reread(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): SubmissionRecord | null | undefined {
  const opened = openSubmissions(files, { current: form, version: () => null })
  if (!opened.ok) throw new Error(opened.refusal.code)
  const [one] = opened.value.reads
  expect(one?.problems).toEqual([])
  expect(one?.strangers).toEqual([])
  return one?.record
}
const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) })

test('any record is the same out of Kobo, Central, tables and XML', () => {
  fc.assert(
    fc.property(records, fc.constantFrom(',' as const, ';' as const), (record, separator) => {
      expect(reread([file('kobo.json', toKobo(record))])).toEqual(record)
      expect(reread([file('central.json', toOdata(record))])).toEqual(record)
      expect(reread(toTables(record, separator))).toEqual(record)
      expect(reread([file('one.xml', writeSubmission(form, record))])).toEqual({ ...record, server: undefined })
    }),
    { numRuns: 300 },
  )
})
