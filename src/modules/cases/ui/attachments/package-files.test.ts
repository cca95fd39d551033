import { expect, test } from 'vitest'
import { asId } from '../../../../kernel/schema.ts'
import { newId } from '../../../../../test/world/client.ts'
import { filesThatMayGo, packedFiles, releaseSteps, unpackedFiles } from './package-files.ts'

const fileOf = (vault: 'identity' | 'narrative' | 'witness') => ({
  ...{ attachment: asId('case-attachment', newId()), head: { vault, id: newId() }, sha256: '', bytes: 0, by: '', at: '' },
  ...{ released: [], withdrawn: null },
})
const [paper, note, witness] = [fileOf('identity'), fileOf('narrative'), fileOf('witness')]
const all = new Map([paper, note, witness].map((one) => [one.attachment.toString(), one] as const))

test('a file goes under a ticked field of its vault, and none of a witness goes at all', () => {
  expect(filesThatMayGo(all, ['subject-code', 'urgency'])).toEqual([])
  expect(filesThatMayGo(all, ['health-summary', 'needs'])).toEqual([{ file: note, field: 'health-summary' }])
  expect(filesThatMayGo(all, ['photo', 'statement']).map((one) => one.field)).toEqual(['photo', 'statement'])
  expect(filesThatMayGo(new Map([[note.attachment, { ...note, withdrawn: 'wrong-file' }]]), ['needs'])).toEqual([])
  const referral = asId('referral', newId())
  expect(releaseSteps(referral, [{ file: note, field: 'needs' }])).toMatchObject([
    { ask: { attachment: note.attachment, referral, field: 'needs' } },
  ])
})

test('what was packed is read again, and anything else is passed over', () => {
  const head = { attachment: newId(), title: 'Ordonnance', kind: 'medical', mediaType: 'image/jpeg', key: 'AGE-SECRET-KEY-1' } as const
  const files = [{ case: 'c', vault: 'narrative', head: JSON.stringify(head) } as const]
  expect(unpackedFiles(packedFiles(files))).toEqual([{ case: 'c', vault: 'narrative', head }])
  for (const text of [undefined, '', '{}', '[1,null]', '[{"case":"c","vault":"other","head":"{}"}]'])
    expect(unpackedFiles(text)).toEqual([])
})
