/*
A day's work goes up a bad link (250 ms, 500 kbit/s each way): queued submissions, each a visit that is opened and the filled-in form of about 120
answers; and photographs of 200 kB. The phone is the app's own core on a disc in memory. Beside it what Collect does: one request for each submission. The peer's submissions are measured over a twentieth and multiplied, since they take minutes.
*/
import { madeId } from '../src/app/api.ts'
import { textIn } from '../test/field-phone.ts'
import type { Benchmark } from './benchmark.ts'
import { type EnrolledPhone, type FieldServer, openPhoneOn, withFieldServer, wireOver } from './field-server.ts'
import { shapedLink } from './shaped-link.ts'

const DAY = '2026-11-20'
/** Words of the place, as varied as people's: what packs well because it repeats itself would flatter us. */
const SYLLABLES = [
  'ka',
  'lu',
  'mbo',
  'nya',
  'ki',
  'ru',
  'ba',
  'sho',
  'te',
  'ngo',
  'vi',
  'ra',
  'de',
  'pui',
  'col',
  'ga',
  'le',
  'ri',
  'pas',
  'tion',
]
function chance(seed: number): () => number {
  let state = seed * 2654435761 + 12345
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 3266489917) >>> 0
    return state / 4294967296
  }
}

/** Answers of every kind, no two visits alike, as a team writes them: about 4 kB. */
function filledForm({ form, version }: FieldServer['form'], at: number, id: string): string {
  const next = chance(at + 1)
  const word = (): string =>
    Array.from({ length: 1 + Math.floor(next() * 3) }, () => SYLLABLES[Math.floor(next() * SYLLABLES.length)]).join('')
  const say = (n: number): string => Array.from({ length: n }, word).join(' ')
  const tag = (name: string, value: string | number): string => `<${name}>${value}</${name}>`
  const criteria = ['R1', 'Y1', 'R3'].map((one) =>
    tag(`${one}_group`, tag(one, 'met') + tag(`${one}_why`, `${say(18)} ${at}`) + tag(`${one}_sources`, 'observation interview')),
  )
  const teams = [1, 2, 3]
    .map((n) => tag('team', tag('member_body', 'mines-administration') + tag('member_function', `${say(3)} ${n}`)))
    .join('')
  const body = [
    tag('start', `${DAY}T09:00:${String(at % 60).padStart(2, '0')}.000+02:00`) + tag('end', `${DAY}T11:10:00.000+02:00`),
    tag(
      'ident',
      tag('form_number', at) +
        tag('form_year', 2026) +
        tag('visit_date', DAY) +
        tag('visit_days', 1) +
        tag('on_site', 'yes') +
        tag('institution', say(6)) +
        tag('mission_order', `OM ${at}/2026`),
    ),
    teams,
    tag(
      'site',
      tag('site_name', `Site ${at}`) +
        tag('site_aliases', say(4)) +
        tag('site_number', `bench-${at}`) +
        tag('activity', 'active') +
        tag('minerals', 'sn ta'),
    ),
    tag(
      'place',
      tag('district', say(2)) + tag('position', `${-1.9 - at / 10_000} ${28.1 + at / 20_000} ${1400 + (at % 90)} ${3 + (at % 7)}`),
    ),
    tag('security', tag('armed_presence', 'no') + criteria.join('')),
    tag('children', tag('children_under15', at % 3)),
    tag('production', tag('workers_men', 40 + (at % 190)) + tag('production_kg_day_sn', (at % 60) + 0.5)),
    tag('remarks_group', tag('remarks', Array.from({ length: 14 }, (_, n) => say(12 + (n % 5))).join('. '))),
  ].join('')
  return `<data id="${form}" version="${version}">${body}<meta><instanceID>uuid:${id}</instanceID></meta></data>`
}

const MEMBERS = [
  { body: 'mines-administration', attendance: 'required', head: true },
  { body: 'civil-society', attendance: 'required', head: false },
]
const openingAt = ({ sites }: FieldServer, at: number) => ({ site: sites[at % sites.length], date: DAY, onSite: true, members: MEMBERS })
const answersAt = ({ form }: FieldServer, at: number, inspection: string) => ({
  ...{ by: 'mines-administration', form, instance: `uuid:${inspection}`, files: [] },
  xml: filledForm(form, at, inspection),
})

async function upload(server: FieldServer, { phone, submissions }: { readonly phone: EnrolledPhone; readonly submissions: number }) {
  const link = await shapedLink(server.port)
  try {
    const opened = await openPhoneOn(server, { phone, base: link.url })
    for (let at = 0; at < submissions; at++) {
      const inspection = madeId(await opened.hand.queue('/api/inspections', openingAt(server, at), {}))
      await opened.hand.queue(`/api/inspections/${inspection}/answers`, answersAt(server, at, inspection), {})
    }
    const began = performance.now()
    const since = (): number => (performance.now() - began) / 1000
    let state = await opened.sync.run()
    const [sent, kilobytes] = [since(), link.up() / 1000]
    if (state.trouble !== null || state.unsent > 0) throw new Error(`${state.unsent} are unsent: ${state.trouble}`)
    // The server has all of it and applies it in its own time; the phone hears of that at its next rounds.
    const open = async (): Promise<readonly string[]> =>
      (await opened.outbox.items()).flatMap((one) => (one.state === 'taken' ? [] : [`${one.state} ${JSON.stringify(one.refusal)}`]))
    for (let left = await open(); left.length > 0; left = await open()) {
      if (left.some((one) => !one.startsWith('kept'))) throw new Error(`not taken: ${left[0]}`)
      await new Promise((done) => setTimeout(done, 1000))
      state = await opened.sync.run()
    }
    return { sent, applied: since(), kilobytes }
  } finally {
    await link.close()
  }
}

/** A bearer token, without the link. */
export async function tokenOf(server: FieldServer, phone: EnrolledPhone): Promise<string> {
  const opened = await openPhoneOn(server, { phone, base: `http://127.0.0.1:${server.port}` })
  await opened.session.ensure()
  return textIn({ status: 200, body: { token: (opened.hand.authorization() ?? '').replace('Bearer ', '') } }, 'token')
}
const SHARE = 20
/** The same commands as single requests, one after the other, over the same link. */
async function oneByOne(server: FieldServer, phone: EnrolledPhone, submissions: number): Promise<number> {
  const token = await tokenOf(server, phone)
  const link = await shapedLink(server.port)
  try {
    const ask = wireOver(link.url)
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
    const count = Math.max(10, Math.round(submissions / SHARE))
    let took = 0
    for (let at = 0; at < count; at++) {
      // Collect sends one request for each submission: the visit is opened beside the link.
      const inspection = await openBeside(server, token, at)
      const data = answersAt(server, at, inspection)
      const began = performance.now()
      const body = JSON.stringify({ id: crypto.randomUUID().replace(/^(.{14})./, '$17'), data })
      const heard = await ask(
        { method: 'POST', path: `/api/inspections/${inspection}/answers`, headers, body },
        new AbortController().signal,
      )
      if (heard.status !== 200) throw new Error(`the peer's submission was answered with ${heard.status} ${JSON.stringify(heard.body)}`)
      took += performance.now() - began
    }
    return (took / count / 1000) * submissions
  } finally {
    await link.close()
  }
}
async function openBeside(server: FieldServer, token: string, at: number): Promise<string> {
  const id = crypto.randomUUID().replace(/^(.{14})./, '$17')
  const heard = await wireOver(`http://127.0.0.1:${server.port}`)(
    {
      ...{ method: 'POST', path: '/api/inspections', body: JSON.stringify({ id, data: openingAt(server, at) }) },
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    },
    new AbortController().signal,
  )
  if (heard.status !== 200) throw new Error(`the peer's visit was answered with ${heard.status} ${JSON.stringify(heard.body)}`)
  return id
}

interface Uploaded {
  readonly ours: Awaited<ReturnType<typeof upload>>
  readonly peer: number
}
const measured = new Map<number, Promise<Uploaded>>()
function uploaded(submissions: number): Promise<Uploaded> {
  const known = measured.get(submissions)
  if (known) return known
  const fresh = withFieldServer({ phones: 2, sites: 20 }, async (server) => {
    const [one, other] = server.phones
    if (!one || !other) throw new Error('no telephones')
    const ours = await upload(server, { phone: one, submissions })
    return { ours, peer: await oneByOne(server, other, submissions) }
  })
  measured.set(submissions, fresh)
  return fresh
}
const benchmark = (name: string, submissions: number, of: (one: Uploaded['ours']) => number): Benchmark => ({
  name: `${name}-${submissions}`,
  about: `${submissions} queued submissions over 250 ms and 500 kbit/s`,
  measure: async () => {
    const { ours, peer } = await uploaded(submissions)
    return {
      ...{ ours: of(ours), peer, unit: 's', runs: 1 },
      peerName: `one POST each on the same link, a share multiplied; ours sent ${Math.round(ours.kilobytes)} kB`,
    }
  },
})
export const fieldUploadBenchmarks: readonly Benchmark[] = [250, 1000, 2000].flatMap((submissions) => [
  benchmark('field-upload', submissions, (one) => one.sent),
  benchmark('field-applied', submissions, (one) => one.applied),
])
