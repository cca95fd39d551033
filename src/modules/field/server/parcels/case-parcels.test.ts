/* Cases that a telephone opens without network: taken once, and then nothing that was said of the person is left in the parcel. */
import { expect, test } from 'vitest'
import { app, organisation, person, program } from '../../../../../test/field-bed.ts'
import { enrolPhone } from '../../../../../test/field-phone.ts'
import { registerKey, sealedOpening } from '../../../../../test/sealed-opening.ts'
import { newId } from '../../../../../test/world/client.ts'
import { listOf, looseRecord, mustParse } from '../../../../kernel/schema.ts'
import { ParcelAnswer } from '../../contract.ts'

const parcelRow = async (id: string) =>
  (
    await program.database.pool.query<{ text: string; path: string; signature: Buffer }>(
      'select text, path, signature from parcel where id = $1',
      [id],
    )
  ).rows[0]

/** Nobody else may enrol the telephone of who works with cases. */
async function caseworker(body: string) {
  const owner = await person(['CASE_WORKER'], { organisation: body })
  return { ...owner, phone: await enrolPhone(app, owner.client, { account: owner.account, role: 'CASE_WORKER' }) }
}

test('a case opened on a telephone is applied as its author’s; its parcel keeps hash and signature and no word', async () => {
  const body = await organisation('civil-society')
  const { phone, account, client: desk } = await caseworker(body)
  const caseId = newId()
  const holder = await registerKey(desk, account)
  const sent = await sealedOpening({ caseId, holder, organisation: body, subject: 'AB-CDEF-GH', name: 'Furaha Canari' })
  const parcel = phone.parcel('/api/cases', sent, { id: caseId })
  const client = await phone.client()
  const handIn = async () => {
    const answer = await client.send('/api/field/parcels', { parcels: [parcel] })
    await program.modules.field.desk.sweep()
    return mustParse(looseRecord({ answers: listOf(ParcelAnswer) }), answer.body).answers[0]
  }
  let said = await handIn()
  for (let tries = 0; tries < 10 && said?.state === 'waiting'; tries += 1) said = await handIn()
  expect(said).toMatchObject({ state: 'taken', receipt: { subject: `case:${caseId}` } })
  const row = await parcelRow(parcel.id)
  expect(row?.text).toMatch(/^sha256:[0-9a-f]{64}$/)
  expect(row).toMatchObject({ path: '/api/cases' })
  expect(row?.signature).toHaveLength(64)
  // Handed in again it is known by its hash: the same answer, and nothing is written back.
  expect(await handIn()).toMatchObject({ state: 'taken' })
  expect((await parcelRow(parcel.id))?.text).toBe(row?.text)
  const other = { ...parcel, text: parcel.text.replace('AB-CDEF-GH', 'AB-CDEF-GJ') }
  const answer = await client.send('/api/field/parcels', { parcels: [other] })
  expect(JSON.stringify(answer.body)).toContain('not-valid')
})

test('steps of a case that are refused leave nothing either, and say no more than of a case that never was', async () => {
  const { phone } = await caseworker(await organisation('civil-society'))
  const nowhere = newId()
  const parcel = phone.parcel(`/api/cases/${nowhere}/steps`, { all: [{ about: 'case', ask: { step: 'withdraw-consent' } }] })
  const client = await phone.client()
  await client.send('/api/field/parcels', { parcels: [parcel] })
  for (let tries = 0; tries < 10 && !(await parcelRow(parcel.id))?.text.startsWith('sha256:'); tries += 1)
    await program.modules.field.desk.sweep()
  expect(await parcelRow(parcel.id)).toMatchObject({ path: '/api/cases' })
})
