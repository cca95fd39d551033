/* Who a person is goes on a telephone only while who answers for the case says that it is needed in the field, and then as ciphertext. */
import { expect, test } from 'vitest'
import { app, organisation, person, program } from '../../../../../test/field-bed.ts'
import { enrolPhone } from '../../../../../test/field-phone.ts'
import { registerKey, sealedOpening } from '../../../../../test/sealed-opening.ts'
import { type Client, newId } from '../../../../../test/world/client.ts'
import { addDays, todayAt } from '../../../../kernel/calendar.ts'
import { mustParse } from '../../../../kernel/schema.ts'
import { CaseList } from '../../../cases/contract.ts'
import { Pulled } from '../../contract.ts'

async function pulled(client: Client): Promise<Pulled['answers']> {
  const answers: Pulled['answers'][number][] = []
  let cursor: string | null = null
  for (let turn = 0; turn < 200; turn += 1) {
    const said: Pulled = mustParse(Pulled, (await client.send('/api/field/pulls', { cursor, missions: [], areas: [] })).body)
    answers.push(...said.answers)
    if (said.done) return answers
    cursor = said.cursor
  }
  throw new Error('a round has an end')
}

test('needed in the field: told by its owner, for two weeks at most, and taken back again', async () => {
  const body = await organisation('civil-society')
  const owner = await person(['CASE_WORKER'], { organisation: body })
  const phone = await enrolPhone(app, owner.client, { account: owner.account, role: 'CASE_WORKER' })
  const caseId = newId()
  const holder = await registerKey(owner.client, owner.account)
  const opening = await sealedOpening({ caseId, holder, organisation: body, subject: 'AB-CDEF-GH', name: 'Furaha Canari' })
  expect((await owner.client.post('/api/cases', opening, { id: caseId })).status).toBe(200)
  const today = todayAt(program.clock())
  const need = (until: string | null) =>
    owner.client.post(`/api/cases/${caseId}/steps`, { all: [{ about: 'assessment', ask: { step: 'need-in-field', until } }] })
  const texts = `/api/cases/${caseId}/texts/identity`
  const client = await phone.client()
  const paths = async () => (await pulled(client)).map(({ path }) => path).filter((path) => path.includes(caseId))

  expect(await paths()).toEqual([`/api/cases/${caseId}`])
  for (const until of [addDays(today, -1), addDays(today, 15)])
    expect((await need(until)).body).toMatchObject({ refusal: { code: 'field-need-too-long' } })
  expect((await need(addDays(today, 3))).status).toBe(200)
  expect(await paths()).toEqual([`/api/cases/${caseId}`, texts])
  const carried = (await pulled(client)).find(({ path }) => path === texts)
  expect(JSON.stringify(carried)).not.toContain('Canari')
  const list = mustParse(CaseList, (await owner.client.get('/api/cases')).body)
  expect(list.cases.find((one) => one.case === caseId)?.identityUntil).toBe(addDays(today, 3))
  // That it was carried off is a look which its owner sees.
  expect(JSON.stringify((await owner.client.get(`/api/cases/${caseId}/views`)).body)).toContain('"identity"')

  expect((await need(null)).status).toBe(200)
  expect(await paths()).toEqual([`/api/cases/${caseId}`])
})
