import { expect, test } from 'vitest'
import { keptAmends } from '../inspections/amending.ts'
import { correctionOf } from './correct.ts'
import { inspectionsOffline } from './part.ts'

const inspection = '019250f6-bb00-7cfe-8737-6ae80566b112'
const sha256 = 'ab'.repeat(32)
const data = {
  by: 'saemape',
  form: { form: 'inspection_cd', version: '2026.1', sha256 },
  instance: 'uuid:1',
  xml: '<data><a>1</a><p>f.jpg</p><meta><instanceID>uuid:1</instanceID></meta></data>',
  files: [{ name: 'f.jpg', file: { sha256, mediaType: 'image/jpeg', bytes: 5 } }],
  carried: true,
}
const command = (path: string, mine = true) => ({
  ...{ id: 'c', path: `/api/inspections/${inspection}/${path}`, subject: `inspection:${inspection}`, data, account: 'a', mine },
  happenedAt: '2026-11-21T10:00:00.000Z',
})
const said = { reason: 'Mauvais puits', now: '2026-11-21T11:00:00.000Z' }
const reader = (keep: readonly { key: string; text: string }[]) => ({
  getItem: (key: string) => keep.find((one) => one.key === key)?.text ?? null,
})

test('answers that wait are opened again with the reason; their page has the rest', () => {
  const correction = correctionOf(command('answers'), { ...said, isRefused: false })
  expect(correction).toMatchObject({ to: `/inspections/${inspection}/form`, search: { by: 'saemape', draft: 'inspection_cd.2026.1' } })
  expect(correction?.keep).toHaveLength(1)
  expect(keptAmends(reader(correction?.keep ?? []), { inspection, by: 'saemape' })).toEqual({ instance: 'uuid:1', reason: 'Mauvais puits' })
})
test('refused answers lie ready as a draft under a new id, with their photographs, and never over a draft that is there', () => {
  const correction = correctionOf(command('answers'), { ...said, isRefused: true })
  const draft = correction?.keep.find(({ key }) => key === `chanzo.form.${inspection}.saemape.inspection_cd.2026.1`)
  expect(draft?.fresh).toBe(true)
  expect(JSON.parse(draft?.text ?? '{}')).toMatchObject({ xml: expect.stringContaining('<a>1</a>'), savedAt: said.now })
  expect(draft?.text).not.toContain('uuid:1')
  expect(keptAmends(reader(correction?.keep ?? []), { inspection, by: 'saemape' })?.files).toEqual(data.files)
})
test('only one’s own answers of a form are said again; every refused step says what to do', () => {
  expect(inspectionsOffline.corrects(command('answers'))).toBe(true)
  expect(inspectionsOffline.corrects(command('answers', false))).toBe(false)
  expect(inspectionsOffline.corrects(command('signatures'))).toBe(false)
  const steps = ['answers', 'findings', 'dissents', 'signatures', 'submission', 'actions', 'abandonment']
  expect(new Set(steps.map((step) => inspectionsOffline.afterRefusal(command(step)))).size).toBe(steps.length)
})
