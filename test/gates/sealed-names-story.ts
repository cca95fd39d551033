/*
What the gate of sealed words plays about the conflict map: the name of who benefits, sealed by somebody who cannot read it back, and the name of a secret actor, sealed
by the analyst; both read, one sealed anew without a reader; and names sent in the clear where they do not belong.
*/
import { asId } from '../../src/kernel/schema.ts'
import type { KeyedPerson } from '../world/case-people.ts'
import { type Answer, newId, subjectOf } from '../world/client.ts'
import { nameFor, readSecretName, sealSecretName } from '../world/name-acts.ts'
import type { Cast } from './sealed-story.ts'

export interface NamesTold {
  readonly beneficiary: string
  readonly secretActor: string
}
export interface NamesPlayed {
  readonly beneficiary: string
  readonly secretActor: string
  /** As two readers read them. */
  readonly read: NamesTold
}
const taken = (answer: Answer): void => {
  if (answer.status !== 200) throw new Error(`a name was not taken: ${answer.status} ${JSON.stringify(answer.body)}`)
}

export async function playNames({ who, client, founded }: Cast, told: NamesTold): Promise<NamesPlayed> {
  const readers = ['analyst', 'secretariat'].map(founded.account)
  const sheet = asId('conflict-sheet', newId())
  const ofSheet = await sealSecretName(client('inspector'), { of: { kind: 'sheet', sheet }, name: told.beneficiary, readers })
  taken(ofSheet.answer)
  const actor = asId('conflict-actor', newId())
  const ofActor = await sealSecretName(client('analyst'), { of: { kind: 'actor', actor }, name: told.secretActor, readers })
  taken(ofActor.answer)
  const analyst: KeyedPerson = who('analyst')
  const beneficiary = await readSecretName(analyst, ofSheet.id)
  const again = await nameFor([analyst.holder], beneficiary, ofSheet.id)
  const at = `/api/conflict/names/${ofSheet.id}`
  taken(await client('secretariat').post(`${at}/boxes`, { readers: again.readers, box: again.box }))
  // Given to justice for a time.
  const justice: KeyedPerson = who('justice')
  const request = subjectOf(await justice.client.post('/api/conflict/name-requests', { reason: 'trial', caseNumber: 'RMP 7/2026' }))
  const gift = await nameFor([justice.holder], beneficiary, ofSheet.id)
  taken(await analyst.client.post(`${at}/grants`, { request, reader: gift.readers[0], box: gift.box }))
  await readSecretName(justice, ofSheet.id)
  const read = { beneficiary: await readSecretName(analyst, ofSheet.id), secretActor: await readSecretName(who('secretariat'), ofActor.id) }
  return { beneficiary: ofSheet.id, secretActor: ofActor.id, read }
}

/** Where a hurried hand writes a name as it is. */
export async function sendWrongNames({ client }: Cast, { beneficiary }: NamesPlayed, stray: string): Promise<readonly Answer[]> {
  const analyst = client('analyst')
  const sealed = { id: newId(), readers: [], box: stray }
  const of = { kind: 'sheet', sheet: newId() }
  const bodies: readonly unknown[] = [
    { sealed, of },
    { sealed: { ...sealed, box: Buffer.from(stray).toString('base64').slice(1) }, of },
    { sealed: { ...sealed, name: stray }, of },
    { sealed: { ...sealed, id: stray }, of: { kind: 'person', name: stray } },
    { name: stray },
    stray,
  ]
  const answers: Answer[] = []
  for (const data of bodies) answers.push(await analyst.post('/api/conflict/names', data))
  answers.push(await analyst.post(`/api/conflict/names/${encodeURIComponent(stray)}/looks`, {}))
  answers.push(await analyst.post(`/api/conflict/names/${beneficiary}/boxes`, { readers: [{ account: stray, key: stray }], box: stray }))
  answers.push(await analyst.post(`/api/conflict/names/${beneficiary}/forgettings`, { because: stray }))
  answers.push(await analyst.get(`/api/conflict/names/${encodeURIComponent(stray)}`))
  answers.push(await analyst.get(`/api/conflict/events?actor=${encodeURIComponent(stray)}&name=${encodeURIComponent(stray)}`))
  return answers
}
