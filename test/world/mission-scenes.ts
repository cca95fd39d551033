/* Scenes of a mission under way: its plan with money, way and security note, changed once before it left; answers of a form from a phone. */
import { addDays } from '../../src/kernel/calendar.ts'
import { mustParse } from '../../src/kernel/schema.ts'
import { FormVersionRef } from '../../src/modules/forms/contract.ts'
import { FormList } from '../../src/modules/forms/domain/answers.ts'
import { subjectOf } from './client.ts'
import { sendPaper } from './papers.ts'
import { PROVINCE_CODE } from './lukanda.ts'
import type { Stage } from './stage.ts'

/** What a plan says beside its sites, its team and its act. */
export const wholePlan = (day: string, letter: object): object => ({
  cause: 'first-validation',
  province: PROVINCE_CODE,
  budget: [
    { label: 'Carburant', amount: 620, currency: 'USD' },
    { label: 'Frais de mission', amount: 1850.5, currency: 'USD' },
  ],
  titleHolderConsents: [
    {
      title: 'ZEA 14',
      date: addDays(day, -9),
      reference: 'lettre 14/2026',
      paper: { file: letter, title: 'Consentement', kind: 'consent' },
    },
  ],
  securityNote: {
    givenBy: 'Police des mines, commandant du territoire',
    date: addDays(day, -2),
    level: 'caution',
    validUntil: addDays(day, 12),
    text: 'Route ouverte de jour. Se présenter au poste avant le pont.',
  },
  itinerary: [
    {
      date: day,
      from: 'Chef-lieu',
      to: 'Bwawa',
      transport: ['car', 'foot'],
      hoursOnFoot: 3,
      nightAt: 'Bwawa',
      contactFunction: 'chef de groupement',
    },
  ],
  stays: [{ place: 'Bwawa', from: day, to: addDays(day, 1) }],
  risks: [{ risk: 'Crue après la pluie', measure: 'Retour avant midi' }],
})

/** The plan told again, a day longer, with the reason. */
export async function changePlan(stage: Stage, { mission, plan, day }: { mission: string; plan: object; day: string }): Promise<void> {
  const changed = { ...plan, plannedTo: addDays(day, 5) }
  subjectOf(
    await stage.as('planner').post(`/api/missions/${mission}/change`, { mission: changed, reason: 'Un jour de plus pour le retour' }),
  )
}

/** A partner's phone sends its form. */
export async function sendAnswers(stage: Stage, inspection: string): Promise<void> {
  const { forms } = mustParse(FormList, (await stage.as('partner').get('/api/forms')).body)
  const current = forms.find((one) => one.current.form === 'inspection_cd')?.current
  if (!current) throw new Error('the inspection form is not published')
  const form = mustParse(FormVersionRef, { form: current.form, version: current.version, sha256: current.sha256 })
  const xml = [
    `<data id="${form.form}" version="${form.version}">`,
    '<place><site_photo>site.jpg</site_photo><hours_on_foot>3</hours_on_foot><access_dry>motorbike</access_dry><access_wet>foot</access_wet></place>',
    '<children><children_under15>0</children_under15><children_15to18>0</children_15to18></children>',
    '<production><workers_men>64</workers_men></production>',
    `<meta><instanceID>uuid:${inspection}</instanceID></meta></data>`,
  ].join('')
  const data = {
    by: 'iom',
    form,
    instance: `uuid:${inspection}`,
    xml,
    files: [{ name: 'site.jpg', file: await sendPaper(stage, 'partner') }],
  }
  subjectOf(await stage.as('partner').post(`/api/inspections/${inspection}/answers`, data))
}
