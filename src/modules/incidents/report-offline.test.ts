/* A report written on a telephone without network: taken later as its author's, once, with the day of the telephone, and shown on the shelf by its kind. */
import { expect, test } from 'vitest'
import { fieldWorker, organisation, person, program, site } from '../../../test/field-bed.ts'
import { newId } from '../../../test/world/client.ts'
import { mustParse } from '../../kernel/schema.ts'
import { ParcelAnswers } from '../field/contract.ts'
import { IncidentDetail } from './contract-report.ts'
import { incidentsOffline } from './ui/offline/part.ts'
import { blankReport, reportOf } from './ui/report-form.ts'

const form = { ...blankReport, category: 'accident', account: 'Éboulement, un blessé, puits ouvert.', kind: 'site' }
const said = () => reportOf({ ...form, site }, { photos: [], hit: '', lots: [] })

test('a parcel is an incident, twice is once; what lacks its kind or its place is not sent', async () => {
  const { phone } = await fieldWorker('SAEMAPE_AGENT')
  expect(incidentsOffline.subjectOf('/api/incidents', 'x')).toBe('incident:x')
  expect(incidentsOffline.subjectOf('/api/incidents/x/closings', 'x')).toBeNull()
  const parcel = phone.parcel('/api/incidents', said())
  const client = await phone.client()
  for (let tries = 0; tries < 2; tries += 1) {
    const { answers } = mustParse(ParcelAnswers, (await client.send('/api/field/parcels', { parcels: [parcel] })).body)
    await program.modules.field.desk.sweep()
    expect(['taken', 'waiting']).toContain(answers[0]?.state)
  }
  // Who handles files does so for a body; an account without one would read the short notice of public files only.
  const { client: division } = await person(['MINES_PROV'], { organisation: await organisation('provincial-division') })
  const shown = mustParse(IncidentDetail, (await division.get(`/api/incidents/${parcel.id}`)).body)
  expect(shown.incident).toMatchObject({ source: 'field', category: 'accident', site, reportedOn: '2026-11-21', state: 'reported' })
  expect(shown.steps).toHaveLength(1)
  expect(reportOf({ ...form, site: '', place: '' }, { photos: [], hit: '', lots: [] })).toBeNull()
  expect(reportOf({ ...form, category: '' }, { photos: [], hit: '', lots: [] })).toBeNull()
})

test('only what was seen is reported from a telephone; nothing is decided there', async () => {
  const { phone } = await fieldWorker('SAEMAPE_AGENT')
  const parcel = phone.parcel(`/api/incidents/${newId()}/closings`, {})
  const answer = await (await phone.client()).send('/api/field/parcels', { parcels: [parcel] })
  expect(JSON.stringify(answer.body)).not.toContain('"taken"')
})
