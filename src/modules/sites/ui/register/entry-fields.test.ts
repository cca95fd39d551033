import { expect, test } from 'vitest'
import { parse } from '../../../../kernel/schema.ts'
import { EntryContent, entryGroups } from '../../contract-register.ts'
import { fieldsOf, firstValues, outlineOf, readEntry, typedFrom } from './entry-fields.ts'

const filled = (group: (typeof entryGroups)[number]): { [name: string]: string } => ({
  ...firstValues(group),
  ...Object.fromEntries(
    fieldsOf[group].map(({ name, kind, options, first }) => [
      name,
      first ??
        {
          text: 'x',
          whole: '3',
          decimal: '1,5',
          choice: options?.[0] ?? '',
          lines: '2609.00.00',
          'yes-no': 'no',
          date: '2026-01-10',
          routes: '[{"mineral":"Sn","sellingPoints":["x"]}]',
          outline: '28 -2\n28.1 -2\n28.1 -1.9',
        }[kind],
    ]),
  ),
})

test.each(entryGroups)('every field of %s, filled in, makes content that the register takes, and comes back into the form', (group) => {
  const { content, faulty } = readEntry(group, filled(group))
  expect(faulty).toEqual([])
  expect(parse(EntryContent, content)).toMatchObject({ ok: true })
  expect(readEntry(group, typedFrom(group, content)).content).toEqual(content)
})

test('what is left empty is left out, and a default alone says nothing', () => {
  expect(readEntry('workforce', { men: '', women: '0' })).toMatchObject({ content: { group: 'workforce', women: 0 }, empty: false })
  expect(readEntry('description', firstValues('description'))).toEqual({ content: { group: 'description' }, faulty: [], empty: true })
  expect(readEntry('workforce', { men: 'douze' }).faulty).toEqual(['men'])
})

test('an outline is read from lines or GeoJSON and closed; what is neither is a fault', () => {
  const ring = [
    [28, -2],
    [28.1, -2],
    [28.1, -1.9],
    [28, -2],
  ]
  expect(outlineOf('28 -2\n28,1 -2\n28.1; -1.9')).toEqual({ type: 'Polygon', coordinates: [ring] })
  expect(outlineOf(JSON.stringify({ type: 'Feature', geometry: { type: 'Polygon', coordinates: [ring] } }))).toEqual({
    type: 'Polygon',
    coordinates: [ring],
  })
  expect([outlineOf('ici et là'), outlineOf('{"type":"Point"}'), outlineOf('{')]).toEqual([null, null, null])
})
