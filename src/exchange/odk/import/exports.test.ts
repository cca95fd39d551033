import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sharedFile } from '../../../../test/shared-data.ts'
import { readAskedForm } from './asked-form.ts'
import { openSubmissions } from './open-submissions.ts'
import type { SubmissionRead } from './submission-read.ts'
import { writeSubmission } from './write-submission.ts'

const read = (name: string): Buffer | null => {
  const file = sharedFile(`standards/openrosa/${name}`)
  return file === null ? null : readFileSync(file)
}
const xform = read('forms/site-inspection.xml')
const expected = read('exports/records.json')
const has = xform !== null && expected !== null
const asked = readAskedForm(xform?.toString() ?? '<none/>')
const form = asked.ok ? asked.value : { id: '', version: '', root: '', parts: [] }
const forms = { current: form, version: () => null }

function open(...files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): readonly SubmissionRead[] {
  const opened = openSubmissions(files, forms)
  if (!opened.ok) throw new Error(opened.refusal.code)
  return opened.value.reads
}
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const records = (): readonly { readonly [name: string]: unknown }[] => JSON.parse(expected?.toString() ?? '{}').records
const changed = (name: string, change: (text: string) => string): readonly SubmissionRead[] =>
  open({ name, bytes: bytes(change(read(`exports/${name}`)?.toString() ?? '')) })
const valueIn = (reads: readonly SubmissionRead[], path: string): unknown => reads[0]?.record?.values[path]

test.runIf(has)('Kobo, Central and the bare XML tell the same record', () => {
  const [record] = records()
  const [kobo] = open({ name: 'kobo.json', bytes: read('exports/kobo.json')! })
  const [central] = open({ name: 'central-odata.json', bytes: read('exports/central-odata.json')! })
  const [xml] = open({ name: '1.xml', bytes: read('exports/xml/1.xml')! })
  expect([kobo?.problems, central?.problems, xml?.problems]).toEqual([[], [], []])
  expect(kobo?.record).toEqual(record)
  expect(central?.record).toEqual(record)
  expect(xml?.record).toEqual({ ...record, server: undefined })
  expect([kobo?.strangers, central?.strangers, xml?.strangers]).toEqual([[], [], []])
  expect(Object.keys(kobo?.record?.values ?? {})).toEqual(Object.keys(xml?.record?.values ?? {}))
})

const HEAD =
  'start;end;deviceid;ident/province;ident/territory;ident/site_id;ident/gps;_ident/gps_latitude;_ident/gps_longitude;_ident/gps_altitude;_ident/gps_precision;visit;miners;women;minerals;minerals/sn;minerals/ta;minerals/w;minerals/au;armed;children;n_children;pregnant;total_kg;colour;result;photo;photo_URL;meta/instanceName;_id;_uuid;_submission_time;_validation_status;_notes;_status;_submitted_by;__version__;_tags;meta/rootUuid;_index'
const ROW =
  '"2026-03-02T14:20:00.000+02:00";"2026-03-02T14:55:10.000+02:00";"collect:a1";"sk";"kalehe";"CD-SK-0117";"-2.0714 28.7381 1450.0 4.8";"-2.0714";"28.7381";"1450";"4.8";"2026-03-02";"140";"22";"sn ta";"1";"1";"0";"0";"no";"no";"";"yes";"950.5";"yellow";"";"site photo (1).jpg";"https://kc.example.org/1";"CD-SK-0117 2026-03-02";"48200101";"0b6c1f0e-5b1e-4b4b-9a55-5d0d2c7a0001";"2026-03-02T15:04:05";"validation_status_approved";"";"submitted_via_web";"";"vSiteInsp2026031301";"";"uuid:0b6c1f0e-5b1e-4b4b-9a55-5d0d2c7a0001";"1"'
const PIT_HEAD = 'pit/pit_name;pit/depth;pit/output_kg;_index;_parent_table_name;_parent_index;_submission__id;_submission__uuid'
const PITS = [
  '"Pit 3";"18.5";"820.0";"1";"Inspection";"1";"48200101";"x"',
  '"Puits d’en haut, n° 4";"41.0";"130.5";"2";"Inspection";"1";"48200101";"x"',
]
const table = (...lines: readonly string[]): Uint8Array => bytes(`\uFEFF${lines.join('\r\n')}\r\n`)
const commas = (file: Uint8Array): Uint8Array =>
  bytes(new TextDecoder().decode(file).replaceAll(',', '·').replaceAll(';', ',').replaceAll('·', '‚'))

test.runIf(has)('Kobo’s tables tell it too, with semicolons and commas, whichever table comes first', () => {
  const [main, pits] = [table(HEAD, ROW), table(PIT_HEAD, ...PITS)]
  const [one] = open({ name: 'pit.csv', bytes: pits }, { name: 'all.csv', bytes: main })
  expect(one?.problems).toEqual([])
  expect(one?.record).toEqual(records()[0])
  expect(one?.strangers).toEqual([])
  const [again] = open({ name: 'all.csv', bytes: commas(main) }, { name: 'pit.csv', bytes: commas(pits) })
  expect(JSON.stringify(again?.record).replaceAll('‚', ',')).toBe(JSON.stringify(one?.record))
})

test.runIf(has)('choices and positions are read from their own columns when the joined ones were left out', () => {
  const without = (names: readonly string[], line: string): string => {
    const heads = HEAD.split(';')
    return line
      .split(';')
      .filter((_, at) => !names.includes(heads[at] ?? ''))
      .join(';')
  }
  const drop = ['minerals', 'ident/gps']
  const [one] = open(
    { name: 'all.csv', bytes: table(without(drop, HEAD), without(drop, ROW)) },
    { name: 'pit.csv', bytes: table(PIT_HEAD, ...PITS) },
  )
  expect(one?.record).toEqual(records()[0])
})

test.runIf(has)('line breaks, quotes and separators inside cells are part of the answer', () => {
  const said = 'Puits ""du haut"";\r\nl’autre, n° 4'
  const pits = table(PIT_HEAD, `"${said}";"0";"";"1";"Inspection";"1";"1";"x"`)
  const [one] = open({ name: 'all.csv', bytes: table(HEAD, ROW) }, { name: 'pit.csv', bytes: pits })
  expect(one?.record?.values['pit']).toEqual([{ pit_name: said.replaceAll('""', '"'), depth: 0, output_kg: null }])
  const written = writeSubmission(form, one!.record!)
  expect(open({ name: 'x.xml', bytes: bytes(written) })[0]?.record?.values).toEqual(one?.record?.values)
})

test.runIf(has)('a repeat whose table was not given is told, not taken for empty', () => {
  const [one] = open({ name: 'all.csv', bytes: table(HEAD, ROW) })
  expect(one?.record).toBeNull()
  expect(one?.problems).toEqual([{ question: 'pit', code: 'rows-not-in-file', found: '' }])
  const [empty] = open({ name: 'all.csv', bytes: table(HEAD, ROW) }, { name: 'pit.csv', bytes: table(PIT_HEAD) })
  expect(empty?.record?.values['pit']).toEqual([])
})

test.runIf(has)('the text null is an answer, an empty value is none', () => {
  expect(
    valueIn(
      changed('kobo.json', (text) => text.replace('"collect:a1"', '"null"')),
      'deviceid',
    ),
  ).toBe('null')
  expect(
    valueIn(
      changed('central-odata.json', (text) => text.replace('"deviceid": "collect:a1"', '"deviceid": "null"')),
      'deviceid',
    ),
  ).toBe('null')
  expect(
    valueIn(
      changed('central-odata.json', (text) => text.replace('"deviceid": "collect:a1"', '"deviceid": null')),
      'deviceid',
    ),
  ).toBeNull()
  expect(
    valueIn(
      changed('xml/1.xml', (text) => text.replace('>collect:a1<', '>null<')),
      'deviceid',
    ),
  ).toBe('null')
})

test.runIf(has)('an altitude of 0 is a height; one that nobody knows is none', () => {
  const at = (alt: number | null, acc: number | null) => ({ lat: -2.0714, lon: 28.7381, alt, acc })
  const kobo = (gps: string): unknown =>
    valueIn(
      changed('kobo.json', (text) => text.replace('-2.0714 28.7381 1450.0 4.8', gps)),
      'ident/gps',
    )
  expect(kobo('-2.0714 28.7381 0 0')).toEqual(at(0, 0))
  expect(kobo('-2.0714 28.7381')).toEqual(at(null, null))
  const central = (from: RegExp, to: string): unknown =>
    valueIn(
      changed('central-odata.json', (text) => text.replace(from, to)),
      'ident/gps',
    )
  expect(central(/1450/, '0')).toEqual(at(0, 4.8))
  expect(central(/,\s*1450/, '')).toEqual(at(null, 4.8))
  expect(central(/"accuracy": 4.8/, '"accuracy": null')).toEqual(at(1450, null))
})

test.runIf(has)('empty repeats are empty, and one that was not expanded is told', () => {
  const kobo = changed('kobo.json', (text) => text.replace(/"pit": \[[^\]]*\],/, ''))
  const central = changed('central-odata.json', (text) => text.replace(/"pit": \[[^\]]*\]/, '"pit": []'))
  const xml = changed('xml/1.xml', (text) => text.replace(/<pit>.*<\/pit>/, '<pit><pit_name/><depth/></pit>'))
  for (const one of [kobo, central, xml]) expect(valueIn(one, 'pit')).toEqual([])
  const collapsed = changed('central-odata.json', (text) => text.replace(/"pit": \[[^\]]*\],/, ''))
  expect(collapsed[0]?.problems).toEqual([{ question: 'pit', code: 'rows-not-in-file', found: '' }])
})

test.runIf(has)('times of a server are UTC, midnight included, and days stay the day that was written', () => {
  const kobo = changed('kobo.json', (text) => text.replace('2026-03-02T15:04:05', '2026-03-02T00:00:00'))
  expect(kobo[0]?.record?.server?.submittedAt).toBe('2026-03-02T00:00:00.000Z')
  expect(valueIn(kobo, 'visit')).toBe('2026-03-02')
})

test.runIf(has)('an edited submission keeps its newest id, and what it was before', () => {
  const [first, second] = ['uuid:0b6c1f0e-5b1e-4b4b-9a55-5d0d2c7a0001', 'uuid:0b6c1f0e-5b1e-4b4b-9a55-5d0d2c7a0002']
  const [kobo] = changed('kobo.json', (text) =>
    text
      .replace(`"meta/instanceID": "${first}"`, `"meta/instanceID": "${second}", "meta/deprecatedID": "${first}"`)
      .replace('"validation_status_approved"', '"validation_status_not_approved"'),
  )
  expect(kobo?.record).toMatchObject({ instanceID: second, server: { review: 'rejected', first, replaces: first } })
  const [central] = changed('central-odata.json', (text) =>
    text.replace(`"instanceID": "${first}"`, `"instanceID": "${second}"`).replace('"approved"', '"edited"'),
  )
  expect(central?.record).toMatchObject({ instanceID: second, server: { review: 'edited', first } })
  const [xml] = changed('xml/1.xml', (text) =>
    text.replace(`<orx:instanceID>${first}`, `<orx:deprecatedID>${first}</orx:deprecatedID><orx:instanceID>${second}`),
  )
  expect(xml?.record).toMatchObject({ instanceID: second, replaces: first })
  expect(
    changed('kobo.json', (text) => text.replace(/"_validation_status": \{[^}]*\}/, '"_validation_status": {}'))[0]?.record?.server?.review,
  ).toBeNull()
})

test.runIf(has)('a photograph is found by its question, whatever the server renamed it to', () => {
  const [kobo] = open({ name: 'kobo.json', bytes: read('exports/kobo.json')! })
  expect(kobo?.files).toEqual([{ name: 'site photo (1).jpg', keptAs: 'site_photo_1.jpg' }])
})

test.runIf(has)('what the form does not ask is told, and half an answer is none', () => {
  const [kobo] = changed('kobo.json', (text) => text.replace('"visit":', '"ident/old_code": "B 12", "visit":'))
  expect(kobo?.strangers).toEqual([{ question: 'ident/old_code', found: 'B 12' }])
  expect(kobo?.record).not.toBeNull()
  const [central] = changed('central-odata.json', (text) => text.replace('"depth": 41', '"depth": 41, "wet": "yes"'))
  expect(central?.strangers).toEqual([{ question: 'pit[2]/wet', found: 'yes' }])
  const [xml] = changed('xml/1.xml', (text) => text.replace('<visit>', '<ident2><a>1</a></ident2><visit>'))
  expect(xml?.strangers).toEqual([{ question: 'ident2/a', found: '1' }])
  const [wrong] = changed('kobo.json', (text) => text.replace('"140"', '"many"'))
  expect(wrong).toMatchObject({ record: null, problems: [{ question: 'miners', code: 'answer-not-a-whole-number', found: 'many' }] })
})

test.runIf(has)('XML with a document type, and answers to another form, are not understood', () => {
  expect(changed('xml/1.xml', (text) => text.replace('<data', '<!DOCTYPE data [<!ENTITY a "b">]><data'))[0]?.problems[0]?.code).toBe(
    'submissions-not-xml',
  )
  expect(changed('xml/1.xml', (text) => text.replace('site_inspection', 'other'))[0]?.problems[0]?.code).toBe('answers-of-another-form')
})

test.runIf(has)('an export of another form is not understood, and says which questions are not ours', () => {
  const other = readAskedForm(
    (xform?.toString() ?? '').replaceAll(
      /\b(province|territory|site_id|gps|visit|miners|women|minerals|armed|children|n_children|pregnant|total_kg|colour|result|photo|ident|pit|pit_name|depth|output_kg)\b/g,
      'other_$1',
    ),
  )
  if (!other.ok) throw new Error(other.refusal.code)
  for (const name of ['kobo.json', 'central-odata.json']) {
    const opened = openSubmissions([{ name, bytes: read(`exports/${name}`)! }], { current: other.value, version: () => null })
    const [one] = opened.ok ? opened.value.reads : []
    expect({ name, record: one?.record, codes: one?.problems.map(({ code }) => code) }).toEqual({
      name,
      record: null,
      codes: ['questions-of-another-form'],
    })
    expect(one?.problems[0]?.found).toContain('miners')
  }
})
