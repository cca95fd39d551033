import { expect, test } from 'vitest'
import { absentSignatures } from './absent-signatures.ts'

type Signatures = Parameters<typeof absentSignatures>[0]['signatures']

const member = (body: 'mines-administration' | 'saemape' | 'iom' | 'fec', attendance: 'required' | 'optional' | 'observer') => ({
  ...{ body, attendance, head: body === 'mines-administration' },
})
test('who is required and has not signed is named apart from who may; an observer is not waited for', () => {
  const members = [
    member('mines-administration', 'required'),
    member('saemape', 'required'),
    member('iom', 'optional'),
    member('fec', 'observer'),
  ]
  const signatures: Signatures = [{ body: 'mines-administration', head: true, signedAt: '2026-11-22T04:34:00.000Z', recordedAt: undefined }]
  expect(absentSignatures({ members, signatures })).toEqual({ required: ['saemape'], optional: ['iom'] })
})
