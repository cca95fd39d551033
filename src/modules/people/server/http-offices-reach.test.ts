/* Who may shut which office: one's own and who gets people from one alone, any other body with a second person; an exercise shuts nothing. */
import { beforeAll, expect, test } from 'vitest'
import { freshProvince } from '../../../../test/played-province.ts'
import { type Answer, type Client, signIn } from '../../../../test/world/client.ts'
import { DEMO_PASSWORD } from '../../../../test/world/accounts.ts'
import { bodies } from '../../../../test/world/lukanda.ts'
import { listOf, looseRecord, mustParse, orNull, text, count, yesOrNo } from '../../../kernel/schema.ts'

const world = await freshProvince()
const Offices = looseRecord({
  offices: listOf(
    looseRecord({
      ...{
        organisation: text(40),
        name: text(200),
        isOwn: yesOrNo(),
        reach: text(20),
        accounts: orNull(count()),
        drilledAt: orNull(text(40)),
      },
      ...{ lock: orNull(looseRecord({})), lockAsked: orNull(looseRecord({ byMe: yesOrNo() })) },
    }),
  ),
})
const as: { [key: string]: Client } = {}
beforeAll(async () => {
  const app = await world.program.createHttp()
  for (const key of ['dpo', 'administrator', 'supervisor', 'caseworker'])
    as[key] = await signIn(app, `${key}@demo.chanzo.example`, DEMO_PASSWORD)
  return () => app.close()
})
const by = (key: string): Client => {
  const client = as[key]
  if (client === undefined) throw new Error(`nobody is called ${key}`)
  return client
}
const seen = async (key: string) => mustParse(Offices, (await by(key).get('/api/offices')).body).offices
const refusal = ({ body }: Answer): string => (JSON.stringify(body).match(/"code":"([^"]+)"/) ?? [])[1] ?? 'none'
const nameOf = (key: string): string => bodies.find((one) => one.key === key)?.name ?? ''
const lockOf = async (key: string, name: string, reason: string) => {
  const office = (await seen(key)).find((one) => one.name === name)
  return by(key).post(`/api/offices/${office?.organisation}/lock-downs`, { reason, typedName: name })
}

test('the officer reaches the own office and who gets referrals from it alone, every other body with somebody else, and is told no numbers of those', async () => {
  const offices = await seen('dpo')
  const reach = (key: string) => offices.find((one) => one.name === nameOf(key))
  expect(offices.find((one) => one.isOwn)?.reach).toBe('alone')
  expect(reach('salama')).toMatchObject({ reach: 'alone' })
  expect(reach('ministry')).toMatchObject({ reach: 'with-another', accounts: null })
  expect((await seen('administrator')).every((one) => one.reach === 'alone')).toBe(true)
  expect((await seen('supervisor')).map((one) => one.isOwn)).toEqual([true])
})

test('an exercise is written down, and nobody is put out', async () => {
  expect((await lockOf('dpo', nameOf('ngao'), 'exercise')).status).toBe(200)
  expect((await by('caseworker').get('/api/me')).status).toBe(200)
  expect((await seen('dpo')).find((one) => one.isOwn)).toMatchObject({ lock: null, drilledAt: expect.any(String) })
})

test('another body is not shut by one person; a second one shuts it', async () => {
  const name = nameOf('ministry')
  expect((await lockOf('dpo', name, 'threat')).status).toBe(200)
  expect(refusal(await lockOf('dpo', name, 'threat'))).toBe('office-lock-second-person')
  expect((await seen('dpo')).find((one) => one.name === name)).toMatchObject({ lock: null, lockAsked: { byMe: true } })
  expect((await lockOf('administrator', name, 'threat')).status).toBe(200)
  expect((await seen('administrator')).find((one) => one.name === name)?.lock).not.toBeNull()
  expect(await world.program.log.checkRebuild()).toMatchObject({ differences: 0 })
})
