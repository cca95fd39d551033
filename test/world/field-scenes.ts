/*
Scenes of the field: telephones of the province, one that came home, one of which nobody has heard for ten days, one that was stolen, and a form that
two telephones of the same body went on with, each in its own way.
*/
import { addDays } from '../../src/kernel/calendar.ts'
import { looseRecord, mustParse, text } from '../../src/kernel/schema.ts'
import { FormVersionRef } from '../../src/modules/forms/contract.ts'
import { FormList } from '../../src/modules/forms/domain/answers.ts'
import { collectPhone, directTo } from '../collect-client.ts'
import { type TestPhone, enrolPhone } from '../field-phone.ts'
import { type Answer, type Client, newId, subjectOf } from './client.ts'
import { PROVINCE_CODE } from './lukanda.ts'
import type { Stage } from './stage.ts'

const taken = (answer: Answer): void => {
  if (answer.status !== 200) throw new Error(`the world could not be made: ${JSON.stringify(answer.body)}`)
}
const checkIn = async (phone: Client, said: { readonly unsent: number; readonly oldestUnsentAt: string | null }): Promise<void> =>
  taken(
    await phone.send('/api/field/check-ins', {
      ...{ appVersion: '0.2.0', clockOffsetSeconds: 4, isPersisted: true, freeBytes: 1_900_000_000 },
      ...said,
    }),
  )

/** The agent's telephone comes home once, with four bags still to send, and is not heard of again. */
export async function losePhoneFromSight(stage: Stage, day: string): Promise<void> {
  const phone = await enrolPhone(stage.app, stage.as('administrator'), {
    ...{ account: stage.account('agent'), role: 'SAEMAPE_AGENT', territory: [PROVINCE_CODE] },
  })
  await checkIn(await phone.client(), { unsent: 4, oldestUnsentAt: `${addDays(day, -1)}T14:10:00.000Z` })
}

/** The partner's telephone is stolen on the road. */
export async function losePhoneToThieves(stage: Stage, day: string): Promise<void> {
  const phone = await enrolPhone(stage.app, stage.as('administrator'), { account: stage.account('partner'), role: 'PARTNER_TEAM' })
  await checkIn(await phone.client(), { unsent: 0, oldestUnsentAt: null })
  subjectOf(
    await stage.as('administrator').post(`/api/devices/${phone.device}/revocations`, { reason: 'stolen', from: `${day}T08:00:00.000Z` }),
  )
}

/** What civil society saw comes by its own telephone, signed there the evening before. Answers the telephone. */
export async function sendFromTheField(stage: Stage, { inspection, day }: { inspection: string; day: string }): Promise<TestPhone> {
  const phone = await enrolPhone(stage.app, stage.as('administrator'), {
    account: stage.account('witness'),
    role: 'CIVIL_SOCIETY',
    territory: [PROVINCE_CODE],
  })
  const client = await phone.client()
  const findings = [{ criterion: 'R1', answer: 'met', narrative: 'Aucun enfant vu sur le site, matin et soir' }]
  const happenedAt = `${addDays(day, -1)}T16:20:00.000Z`
  const parcel = phone.parcel(`/api/inspections/${inspection}/findings`, { by: 'civil-society', findings }, { happenedAt })
  taken(await client.send('/api/field/parcels', { parcels: [parcel] }))
  await checkIn(client, { unsent: 0, oldestUnsentAt: null })
  return phone
}

const Login = looseRecord({ user: text(), password: text() })

/** A form that ODK Collect sent and whose site nobody has entered yet: it waits at a desk. */
export async function sendByCollect(stage: Stage, day: string): Promise<void> {
  const body = { account: stage.account('witness'), role: 'CIVIL_SOCIETY', language: 'fr' }
  const login = mustParse(Login, (await stage.as('administrator').send('/api/collect-logins', body)).body)
  const collect = collectPhone(directTo(stage.app), login)
  const listed = (await collect.list()).find((one) => one.form === 'inspection_cd')
  const xml = [
    `<data id="inspection_cd" version="${listed?.version}">`,
    `<ident><visit_date>${day}</visit_date></ident><site><site_name>Kilima Kidogo</site_name></site>`,
    `<production><workers_men>25</workers_men></production>`,
    `<meta><instanceID>uuid:${newId()}</instanceID></meta></data>`,
  ].join('')
  const sent = await collect.send(xml)
  if (sent.status !== 201) throw new Error(`the world could not be made: ${sent.status} ${sent.text}`)
}

/** Two telephones of the division go on with one form, neither knowing of the other: both states are kept until somebody has looked. */
export async function meetAtTheDesk(stage: Stage, { inspection, day }: { inspection: string; day: string }): Promise<void> {
  const { forms } = mustParse(FormList, (await stage.as('inspector').get('/api/forms')).body)
  const current = forms.find((one) => one.current.form === 'inspection_cd')?.current
  const form = mustParse(FormVersionRef, { form: current?.form, version: current?.version, sha256: current?.sha256 })
  const draft = `${inspection}.mines-administration.${form.form}.${form.version}`
  const state = (men: number, hours: number): string =>
    [
      `<data id="${form.form}" version="${form.version}">`,
      `<place><hours_on_foot>${hours}</hours_on_foot></place><production><workers_men>${men}</workers_men></production>`,
      `<meta><instanceID>uuid:${inspection}</instanceID></meta></data>`,
    ].join('')
  const revision = (xml: string, hour: number, parents: readonly string[]) => ({
    ...{ revision: newId(), draft, parents, state: 'open', xml, at: 'production', files: [] },
    savedAt: `${day}T${String(hour).padStart(2, '0')}:15:00.000Z`,
  })
  const first = revision(state(40, 3), 9, [])
  const sides = [revision(state(64, 3), 11, [first.revision]), revision(state(46, 3), 12, [first.revision])]
  for (const side of sides) {
    const owner = { account: stage.account('inspector'), role: 'MINES_PROV', territory: [PROVINCE_CODE] }
    const phone = await (await enrolPhone(stage.app, stage.as('administrator'), owner)).client()
    taken(await phone.send('/api/field/drafts', { revisions: [first, side] }))
    await checkIn(phone, { unsent: 1, oldestUnsentAt: `${day}T11:15:00.000Z` })
  }
}
