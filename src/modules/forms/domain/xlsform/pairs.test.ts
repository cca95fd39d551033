/*
The pairs of ODK's own converter, read where they lie: each workbook gives the same XForm, each that ODK refuses is refused here. The forms that
ship convert, speak two languages throughout and name every criterion.
*/
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { listOf, looseRecord, mustParse, text, yesOrNo } from '../../../../kernel/schema.ts'
import { sharedFile } from '../../../../../test/shared-data.ts'
import { ownSheets } from '../../server/own-forms.ts'
import { readWorkbook } from '../../server/workbook.ts'
import { outlineOf } from '../outline.ts'
import { prepareForm } from '../prepare.ts'
import { convertForm } from './convert.ts'
import { readMarkdown } from './markdown.ts'

const manifest = sharedFile('standards/openrosa/xlsform-pairs/manifest.json')
const oracle = sharedFile('standards/_oracle/xml.mjs')

interface Canonical {
  readonly parse: (xml: string) => unknown
  readonly canon: (tree: unknown) => string
}
async function canonical(): Promise<(xml: string) => string> {
  const { parse, canon }: Canonical = await import(pathToFileURL(oracle ?? '').href)
  return (xml) => canon(parse(xml.trim()))
}

describe.skipIf(manifest === null || oracle === null)('the pairs of ODK', () => {
  const folder = dirname(manifest ?? '')
  const listed =
    manifest === null ? [] : mustParse(listOf(looseRecord({ source: text(), ok: yesOrNo() })), JSON.parse(readFileSync(manifest, 'utf8')))

  test('there are ten', () => expect(listed).toHaveLength(10))

  test.each(listed.map((one) => [one.source, one.ok] as const))('%s (accepted: %s)', async (source, ok) => {
    const canon = await canonical()
    const sheets = readWorkbook(readFileSync(join(folder, source)))
    if (!sheets.ok) throw new Error(sheets.refusal.code)
    const converted = convertForm(sheets.value, basename(source, extname(source)))
    expect(converted.ok).toBe(ok)
    if (converted.ok) expect(canon(converted.xform)).toBe(canon(readFileSync(join(folder, `${source}.expected.xml`), 'utf8')))
  })

  test('the form of a site inspection, kept as Markdown, becomes its XForm', async () => {
    const canon = await canonical()
    const forms = join(dirname(folder), 'forms')
    expect(existsSync(join(forms, 'site-inspection.md'))).toBe(true)
    const converted = convertForm(readMarkdown(readFileSync(join(forms, 'site-inspection.md'), 'utf8')), '')
    expect(converted.ok && canon(converted.xform)).toBe(canon(readFileSync(join(forms, 'site-inspection.xml'), 'utf8')))
  })
})

describe('the forms that ship', () => {
  const prepared = ownSheets().map((sheets) => prepareForm(sheets))
  const outlines = prepared.map((one) => {
    if (!one.ok) throw new Error(JSON.stringify(one.problems))
    return { ...one.prepared, outline: outlineOf(one.model) }
  })

  test('both convert, French first', () => {
    expect(outlines.map((one) => one.form)).toEqual(['inspection_cd', 'inspection_annual'])
    for (const { languages } of outlines) expect(languages).toEqual(['Français (fr)', 'English (en)'])
  })

  test('every question and every choice speaks both languages', () => {
    for (const { outline } of outlines) {
      const silent = ['start', 'end', 'calculate']
      const rows = outline.rows.filter((row) => !silent.includes(row.type))
      expect(rows.filter((row) => Object.keys(row.labels).length !== 2).map((row) => row.name)).toEqual([])
      expect(rows.filter((row) => ![0, 2].includes(Object.keys(row.hints).length)).map((row) => row.name)).toEqual([])
      const choices = outline.lists.flatMap((list) => list.choices.map((choice) => ({ ...choice, list: list.name })))
      expect(choices.filter((choice) => Object.keys(choice.labels).length !== 2)).toEqual([])
    }
  })

  test('every deciding criterion is asked, demanded, and has its reason, sources, photograph and paper', () => {
    const ids = [...[1, 2, 3, 4, 5, 6].map((n) => `R${n}`), ...[1, 2, 3, 4, 5, 6].map((n) => `Y${n}`)]
    for (const { outline } of outlines)
      for (const id of ids) {
        const parts = outline.rows.filter((row) => row.criterion?.id === id)
        expect(parts.map((row) => row.criterion?.part)).toEqual(['answer', 'why', 'sources', 'photo', 'evidence'])
        expect(parts[0]).toMatchObject({ list: 'criterion_answer', required: 'true()' })
      }
  })

  test('what the register reads has its names; no question asks for a person', () => {
    const names = new Set(outlines[0]?.outline.rows.map((row) => row.name))
    const wanted = `position minerals workers_men workers_women children_under15 children_15to18 pits pit_depth_m mercury armed_presence access_dry access_wet
      services activity production_kg_day_au production_kg_day_sn production_kg_day_ta production_kg_day_w tags_used hours_on_foot traceability_scheme`
    expect(wanted.split(/\s+/).filter((name) => !names.has(name))).toEqual([])
    const asking = /nom du (responsable|chef|membre|creuseur)|nom de l’agent|téléphone d|name of the (person|member|head)/i
    const labels = outlines.flatMap((one) => one.outline.rows.flatMap((row) => Object.values(row.labels)))
    expect(labels.filter((label) => asking.test(label))).toEqual([])
  })
})
