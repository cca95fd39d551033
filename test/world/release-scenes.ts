/*
Scenes of safe numbers: who follows results drafts an agreement on sharing with a university, who watches over the data records that it was signed; later a
quarter of what was told of places leaves under it. All of it invented.
*/
import { addDays } from '../../src/kernel/calendar.ts'
import { quarterOf } from '../../src/kernel/disclosure/place-and-time.ts'
import { mustParse } from '../../src/kernel/schema.ts'
import { AgreementList } from '../../src/modules/releases/contract.ts'
import { newId, subjectOf } from './client.ts'
import type { Stage } from './stage.ts'

export async function agreeOnSharing(stage: Stage, day: string): Promise<void> {
  const id = newId()
  const terms = {
    parties: ['Ngao, accompagnement des personnes (démonstration)', 'Observatoire universitaire de Lukanda (fictif)'],
    purpose: 'Suivre combien de personnes ont été accompagnées, par province et par trimestre, sans en désigner aucune.',
    ...{ fields: ['*'], frequency: 'quarterly', level: 'aggregates', onwardSharing: 'forbidden', retentionMonths: 24 },
    ...{ incidentContact: 'Point focal données de l’Observatoire', expiresOn: addDays(day, 700) },
  }
  subjectOf(await stage.as('monitor').post('/api/sharing-agreements', { id, terms }))
  subjectOf(await stage.as('dpo').post(`/api/sharing-agreements/${id}/signature`, { signedOn: day }))
  // A look that is written down.
  const parameters = { kind: 'province-quarter', k: 10, length: 1, from: '2024-Q1', until: '2024-Q4', columns: [] }
  await stage.as('monitor').send('/api/statistics-releases/preview', { agreement: id, parameters })
}

/** The quarter of that day is told of places by now: who monitors asks for it under the agreement, who protects data reads and approves. */
export async function releasePlaces(stage: Stage, dayOfQuarter: string): Promise<void> {
  await stage.program.modules.releases.round()
  const { agreements } = mustParse(AgreementList, (await stage.as('monitor').get('/api/sharing-agreements')).body)
  const agreement = agreements.find((one) => one.isActive)?.id
  const id = newId()
  const quarter = quarterOf(dayOfQuarter)
  const parameters = { kind: 'place-events', k: 10, length: 1, from: quarter, until: quarter, columns: [] }
  subjectOf(await stage.as('monitor').post('/api/statistics-releases', { id, agreement, parameters }))
  subjectOf(await stage.as('dpo').post(`/api/statistics-releases/${id}/approval`, {}))
}
