/*
What the app of a released version sends is taken by the server of today: a phone in the field is not updated before it comes home. The
requests stand beside the image of the release as its own code wrote them; each is sent twice, because a phone that lost an answer sends again.
*/
import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { describe, expect, test } from 'vitest'
import { keyed, listOf, looseRecord, maybe, mustParse, text } from '../../src/kernel/schema.ts'
import { Parcel, ParcelAnswers } from '../../src/modules/field/contract.ts'
import { DEMO_PASSWORD } from '../world/accounts.ts'
import { signIn } from '../world/client.ts'
import { FROZEN, openRelease, releases } from './open-release.ts'

const Outbox = looseRecord({
  inspection: text(),
  /** Of a release before parcels: the requests themselves. */
  requests: maybe(listOf(looseRecord({ as: text(), method: text(), path: text(), headers: keyed(text()), body: text(100_000) }))),
  parcels: maybe(listOf(Parcel)),
})
type Request = NonNullable<ReturnType<typeof mustParse<typeof Outbox>>['requests']>[number]
const Page = looseRecord({
  phase: text(),
  signatures: listOf(looseRecord({ body: text() })),
  dissents: listOf(looseRecord({ by: text() })),
})
const Event = looseRecord({ subject: text(), events: listOf(looseRecord({ id: text() })) })

const cookieOf = async (app: FastifyInstance, key: string): Promise<string> => {
  const payload = { email: `${key}@demo.chanzo.example`, password: DEMO_PASSWORD }
  const answer = await app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload })
  return answer.cookies.map((one) => `${one.name}=${one.value}`).join('; ')
}

/** Each twice; how many events came of them. */
async function sendRequests(app: FastifyInstance, requests: readonly Request[]): Promise<number> {
  const cookies = new Map<string, string>()
  let events = 0
  for (const { as, path, headers, body } of requests) {
    const cookie = cookies.get(as) ?? (await cookieOf(app, as))
    cookies.set(as, cookie)
    const send = () => app.inject({ method: 'POST', url: path, headers: { ...headers, cookie }, payload: Buffer.from(body) })
    const first = await send()
    expect([path, first.statusCode, first.body]).toEqual([path, 200, expect.any(String)])
    const again = await send()
    expect(again.json()).toEqual(first.json())
    events += mustParse(Event, first.json()).events.length
  }
  return events
}

/** The last first, one by one, and then all of them again. */
async function sendParcels(app: FastifyInstance, parcels: readonly Parcel[]): Promise<number> {
  if (parcels.length === 0) return 0
  const carrier = await signIn(app, 'partner@demo.chanzo.example', DEMO_PASSWORD)
  for (const parcel of parcels.toReversed()) await carrier.send('/api/field/parcels', { parcels: [parcel] })
  const { answers } = mustParse(ParcelAnswers, (await carrier.send('/api/field/parcels', { parcels: [...parcels] })).body)
  expect(answers.map(({ state }) => state)).toEqual(parcels.map(() => 'taken'))
  return answers.reduce((sum, { receipt }) => sum + (receipt?.events.length ?? 0), 0)
}

describe.each(releases)('the app of release $release', (release) => {
  test('still syncs: what it sends is taken, once', async () => {
    const { program } = await openRelease(release)
    const app = await program.createHttp()
    const { requests, parcels, inspection } = mustParse(Outbox, JSON.parse(readFileSync(`${FROZEN}${release.release}/outbox.json`, 'utf8')))
    const before = (await program.log.verify('cd')).events
    const events = (await sendRequests(app, requests ?? [])) + (await sendParcels(app, parcels ?? []))
    expect(events).toBeGreaterThan(5)
    const page = (await (await signIn(app, 'inspector@demo.chanzo.example', DEMO_PASSWORD)).get(`/api/inspections/${inspection}`)).body
    const { phase, signatures, dissents } = mustParse(Page, page)
    expect([phase, signatures.length, dissents.length]).toEqual(['submitted', requests ? 3 : 2, 1])
    const after = await program.log.verify('cd')
    expect([after.ok, after.events - before]).toEqual([true, events])
    await app.close()
    await program.close()
  })
})
