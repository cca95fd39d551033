import { expect, test } from 'vitest'
import { viewOf } from '../../domain/run/form-view.ts'
import { keepDraft, keptDraft } from './kept-draft.ts'
import { fieldListsIn, sectionsOf, stepWith, stepsOf } from './form-steps.ts'
import { begin } from './play-steps.ts'
import { newId } from '../../../../app/api.ts'
import { photoName } from './shrink-photo.ts'
import { unitOf } from './unit-of.ts'

const memory = () => {
  const held = new Map<string, string>()
  return { getItem: (key: string) => held.get(key) ?? null, setItem: (key: string, value: string) => void held.set(key, value) }
}
test('a draft survives a reload, and only under its own name', () => {
  const storage = memory()
  const draft = { xml: '<data/>', at: '/data/a', savedAt: '2026-11-21T10:00:00.000Z' }
  expect(keepDraft(storage, 'visit.saemape.cd.1', draft)).toBe(true)
  expect(keptDraft(storage, 'visit.saemape.cd.1')).toEqual(draft)
  expect(keptDraft(storage, 'visit.saemape.cd.2')).toBeNull()
})
test('a device that is full says so, and a damaged draft counts as none', () => {
  const full = {
    setItem: () => {
      throw new Error('full')
    },
  }
  expect(keepDraft(full, 'k', { xml: '', at: '', savedAt: '' })).toBe(false)
  for (const text of ['', '{', '[]', '{"xml":1}']) expect(keptDraft({ getItem: () => text }, 'k')).toBeNull()
})
test('a photograph is named by its question and chance: no telephone gives a name that another gave', () => {
  const [here, there] = [photoName('R1_photo', newId()), photoName('R1_photo', newId())]
  expect(here).toMatch(/^R1_photo-[0-9a-f]{8}\.jpg$/)
  expect(there).not.toBe(here)
})
test('a unit speaks the language of the form', () => {
  const units = { '/data/a': 'jours / days', '/data/b': 'kg' }
  expect([
    unitOf(units, '/data/a', 'Français (fr)'),
    unitOf(units, '/data/a', 'English (en)'),
    unitOf(units, '/data/b', 'English (en)'),
  ]).toEqual(['jours', 'days', 'kg'])
  expect(unitOf(units, '/data/c', 'Français (fr)')).toBe('')
})

const form = `<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>T</h:title><model>
<instance><data id="t" version="1"><a/><g><b/><c/><l><d/><e/></l></g><p jr:template=""><f/></p><p><f/></p><z/></data></instance></model></h:head><h:body>
<input ref="/data/a"><label>A</label></input>
<group ref="/data/g"><label>G</label><input ref="/data/g/b"><label>B</label></input><input ref="/data/g/c"><label>C</label></input>
<group ref="/data/g/l" appearance="field-list"><label>L</label><input ref="/data/g/l/d"><label>D</label></input><input ref="/data/g/l/e"><label>E</label></input></group></group>
<group ref="/data/p"><label>P</label><repeat nodeset="/data/p"><input ref="/data/p/f"><label>F</label></input></repeat></group>
<input ref="/data/z"><label>Z</label></input></h:body></h:html>`
test('one question per screen, a field list on one, and a screen to add another of a repeat', () => {
  const view = viewOf(begin(form))
  const sections = sectionsOf(view)
  expect(sections.map((one) => one.label)).toEqual(['', 'G', 'P', ''])
  const steps = stepsOf(sections, fieldListsIn(view))
  expect(steps.map((one) => (one.content.kind === 'more' ? '+' : one.content.items.map((item) => item.label).join('')))).toEqual([
    'A',
    'B',
    'C',
    'DE',
    'F',
    '+',
    'Z',
  ])
  expect(steps.map((one) => one.heading)).toEqual(['', 'G', 'G', 'L', 'P 1', 'P', ''])
  expect(stepWith(steps, '/data/g/l/e')).toBe(3)
  expect(stepWith(steps, '/data/gone')).toBe(0)
})
