import { expect, test } from 'vitest'
import { otherDrafts, slotOf, versionIn } from './draft-slots.ts'

const kept = new Map([
  ['chanzo.form.i.saemape.inspection_cd.2', JSON.stringify({ xml: '<a/>', at: '', savedAt: '2026-11-20' })],
  ['chanzo.form.i.saemape.inspection_cd.3~2', JSON.stringify({ xml: '<b/>', at: '', savedAt: '2026-11-21' })],
  ['chanzo.form.i.ceec.inspection_cd.2', JSON.stringify({ xml: '<c/>', at: '', savedAt: '2026-11-20' })],
  ['chanzo.form.i.saemape.inspection_cd.4', 'damaged'],
])
const keep = { keys: () => [...kept.keys()], getItem: (key: string) => kept.get(key) ?? null }

test('the drafts of one member and one visit are found, whatever version they were begun in; a damaged one is none', () =>
  expect(otherDrafts(keep, { inspection: 'i', by: 'saemape' })).toEqual([
    { slot: 'inspection_cd.2', version: '2', isApart: false, savedAt: '2026-11-20', xml: '<a/>' },
    { slot: 'inspection_cd.3~2', version: '3', isApart: true, savedAt: '2026-11-21', xml: '<b/>' },
  ]))
test('a slot says its form and version, also with points in it and kept apart', () => {
  expect(versionIn('inspection_cd.2026.1~2')).toEqual({ form: 'inspection_cd', version: '2026.1' })
  expect(versionIn(slotOf({ form: 'a', version: '1' }))).toEqual({ form: 'a', version: '1' })
  expect([versionIn(undefined), versionIn(''), versionIn('nothing')]).toEqual([null, null, null])
})
