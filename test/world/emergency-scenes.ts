/*
Scenes of those who look after the data: undertakings signed, an account reviewed, the yearly drill of a breach walked to its lessons, and an office
shut and opened again as an exercise (a body without people, so that nobody of the demonstration is out).
*/
import { UNDERTAKING_VERSION } from '../../src/modules/people/domain/account-care.ts'
import { newId, subjectOf } from './client.ts'
import { bodies } from './lukanda.ts'
import type { Stage } from './stage.ts'
import { noteTrainings } from './undertakings.ts'

interface Scene {
  readonly on: number
  readonly play: (day: string) => Promise<void>
}
const SIGNERS = ['caseworker', 'casework2', 'supervisor', 'shelter', 'clinic', 'justice', 'apltp', 'dpo', 'monitor'] as const

export const emergencyScenes = (stage: Stage): readonly Scene[] => [
  { on: -200, play: () => signUndertakings(stage) },
  { on: -9, play: (day) => walkDrill(stage, day) },
  { on: -8, play: () => shutAndOpen(stage) },
]

async function signUndertakings(stage: Stage): Promise<void> {
  // Once more: what was noted when the province was founded has run out since.
  for (const key of SIGNERS) await noteTrainings(stage.program, stage.account(key))
  for (const key of SIGNERS) subjectOf(await stage.as(key).post('/api/undertaking/signatures', { version: UNDERTAKING_VERSION }))
  for (const key of ['caseworker', 'casework2', 'supervisor'])
    subjectOf(await stage.as('dpo').post(`/api/case-accounts/${stage.account(key)}/reviews`, {}))
}

async function walkDrill(stage: Stage, day: string): Promise<void> {
  const path = `/api/breach-steps/${newId()}`
  for (const step of [
    { step: 'detect', exposure: 'device', detectedAt: `${day}T07:40:00.000Z`, subjects: ['EX-0001', 'EX-0002'], isDrill: true },
    { step: 'contain', how: 'device-wiped' },
    { step: 'assess-person', subject: 'EX-0001', risk: 'high' },
    { step: 'assess-person', subject: 'EX-0002', risk: 'low' },
    { step: 'finish-assessment' },
    { step: 'warn-person', subject: 'EX-0001', outcome: 'warned' },
    { step: 'warn-person', subject: 'EX-0002', outcome: 'cannot-be-warned-safely' },
    { step: 'finish-warning' },
    { step: 'notify', authority: 'none-exists', donor: 'told' },
    { step: 'remediate' },
    { step: 'draw-lessons', lessons: ['device-rules', 'training'] },
  ])
    subjectOf(await stage.as('dpo').post(path, step))
}

async function shutAndOpen(stage: Stage): Promise<void> {
  const path = `/api/offices/${stage.organisation('titleHolder')}`
  const typedName = bodies.find(({ key }) => key === 'titleHolder')?.name ?? ''
  subjectOf(await stage.as('administrator').post(`${path}/lock-downs`, { reason: 'exercise', typedName }))
  // Of a body that gets nobody from theirs the officer only asks for it; who runs the platform shuts it.
  subjectOf(await stage.as('dpo').post(`${path}/lock-downs`, { reason: 'threat', typedName }))
  subjectOf(await stage.as('administrator').post(`${path}/lock-downs`, { reason: 'threat', typedName }))
  subjectOf(await stage.as('administrator').post(`${path}/liftings`, {}))
  subjectOf(await stage.as('dpo').post(`${path}/liftings`, {}))
}
