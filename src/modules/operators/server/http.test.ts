/* The register over HTTP on a real database: cards and their clock, golden test 16 by the door, persons apart from the log, the trader's month. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { artisanNames, fileMonth, issueCards, openRegisterOfOperators, registerArtisans } from '../../../../test/world/operator-scenes.ts'
import { type Answer, subjectOf } from '../../../../test/world/client.ts'
import { type Stage, openStage } from '../../../../test/world/stage.ts'
import { canonicalJson } from '../../../kernel/canonical-json.ts'
import { asId, listOf, looseRecord, mustParse, text } from '../../../kernel/schema.ts'
import {
  ArtisanDetail,
  ArtisanPerson,
  ArtisanSummary,
  CardDetail,
  CardSummary,
  MonthAnswer,
  OperatorDetail,
  OperatorSummary,
} from '../contract.ts'

const world = await freshDatabase()
let stage: Stage
let cooperative = ''
let trader = ''
beforeAll(async () => {
  stage = await openStage(world, 780)
  cooperative = stage.organisation('cooperative')
  trader = stage.organisation('trader')
  await openRegisterOfOperators(stage, stage.onDay(-700))
  await issueCards(stage, stage.onDay(-90))
  await registerArtisans(stage, stage.onDay(-30))
  stage.onDay(0)
  return () => stage.app.close()
}, 60_000)

const codeOf = (answer: Answer): string => mustParse(looseRecord({ refusal: looseRecord({ code: text() }) }), answer.body).refusal.code
const artisansOf = async (key: string) =>
  mustParse(looseRecord({ artisans: listOf(ArtisanSummary) }), (await stage.as(key).get(`/api/operators/${cooperative}/artisans`)).body)
    .artisans
const cardsOf = async (query: string, key = 'planner') =>
  mustParse(looseRecord({ cards: listOf(CardSummary) }), (await stage.as(key).get(`/api/cards?${query}`)).body).cards

test('the register says who holds what, and when it ends', async () => {
  const { operators } = mustParse(
    looseRecord({ operators: listOf(OperatorSummary) }),
    (await stage.as('trader').get('/api/operators')).body,
  )
  const of = (id: string) => operators.find((one) => one.organisation === id)
  expect(of(trader)).toMatchObject({
    entityType: 'trader',
    needs: 'trader-card',
    card: { state: 'valid', zone: 'ZEA-LK-02', number: 'CN-LK-2026-044' },
  })
  expect(of(cooperative)).toMatchObject({ artisans: 3, card: { state: 'expiring', daysLeft: 18 } })
  expect(of(stage.organisation('exporter'))).toMatchObject({ entityType: 'comptoir', card: { state: 'valid' } })
})

test('golden test 16: the card for zone 1 that ran out, and the running one for zone 2 at a site of zone 1', async () => {
  const { door } = world.program.modules.operators
  const ask = (on: string, zone: string | null) =>
    world.program.database.read((tx) => door.partyOn(tx, 'cd', { organisation: asId('organisation', trader), on, zone }))
  const today = stage.today
  expect(await ask(today, 'ZEA-LK-01')).toMatchObject({ fault: 'other-zone', nearest: { zone: 'ZEA-LK-02', state: 'valid' } })
  expect((await ask(today, 'ZEA-LK-02')).fault).toBeNull()
  const between = stage.onDay(-200)
  stage.onDay(0)
  expect(await ask(between, 'ZEA-LK-01')).toMatchObject({ fault: 'expired', nearest: { number: 'CN-LK-2024-017' } })
  const [card] = await world.program.database.read((tx) => door.cardOn(tx, 'cd', { number: ' cn-lk-2024-017 ', on: between }))
  expect(card).toMatchObject({ state: 'expired', kind: 'trader-card' })
  const digger = await world.program.database.read((tx) => door.diggerOn(tx, 'cd', { cardNumber: 'CEA-LK-0002', on: today }))
  expect(digger).toMatchObject({ cooperative, member: true, cardState: 'expiring', sameIdentityAs: [] })
})

test('a number is checked as of a day by whoever reads the register; a printed card carries it as text and as a code', async () => {
  const [card] = await cardsOf('number=cn-lk-2026-044')
  expect(card).toMatchObject({ state: 'valid', holderName: 'Négoce Bahati' })
  const page = await stage.as('trader').get(`/cards/${card?.id}/print?language=fr`)
  expect(page.body).toContain('CN-LK-2026-044')
  expect(page.body).toContain('<svg')
  expect((await stage.as('trader').get('/cards/01900000-0000-7000-8000-000000000001/print')).status).toBe(404)
})

test('a list of members shows numbers and ages; only who may see persons is told the name, on one page', async () => {
  const members = await artisansOf('agent')
  expect(members).toHaveLength(3)
  expect(members.map((one) => one.card?.state).sort()).toEqual(['applied', 'expiring', 'valid'])
  const [one] = members
  const person = mustParse(ArtisanPerson, (await stage.as('inspector').get(`/api/artisans/${one?.id}/person`)).body)
  expect(artisanNames).toContain(person.name)
  expect((await stage.as('verifier').get(`/api/artisans/${one?.id}/person`)).status).toBe(403)
  expect(codeOf(await stage.as('trader').get(`/api/artisans/${one?.id}`))).toBe('unknown-artisan')
  expect(codeOf(await stage.as('exporter').get(`/api/operators/${cooperative}/artisans`))).toBe('unknown-operator')
  expect((await cardsOf('kind=miner-card', 'trader')).length).toBe(0)
  expect((await cardsOf('kind=miner-card', 'agent')).length).toBe(3)
})

test('no name and no number of an identity paper is in any table but the plain one; an erasure leaves the log whole', async () => {
  const tables = ['log_event', 'log_answer', 'artisan', 'card', 'card_number', 'operator', 'trader_report']
  const read = (table: string) =>
    world.program.database.read(async (tx) =>
      (await sql<{ line: string }>`select one::text as line from ${sql.table(table)} as one`.execute(tx)).rows
        .map((row) => row.line)
        .join('\n'),
    )
  for (const table of tables) {
    const rows = (await read(table)).toLowerCase()
    for (const name of [...artisanNames, 'LK-100-442', '+243810000417']) {
      expect(rows.includes(name.toLowerCase()), `${table} ${name}`).toBe(false)
      expect(rows.includes(Buffer.from(name).toString('hex')), `${table} ${name}`).toBe(false)
    }
  }
  expect(await read('artisan_person')).toContain(artisanNames[0])
  const [one] = await artisansOf('agent')
  const path = `/api/artisans/${one?.id}`
  expect(codeOf(await stage.as('inspector').post(`${path}/erasure`, {}))).toBe('not-understood')
  subjectOf(await stage.as('inspector').post(`${path}/erasure`, { reason: 'à sa demande' }))
  expect(mustParse(ArtisanPerson, (await stage.as('inspector').get(`${path}/person`)).body)).toMatchObject({ name: null, photo: null })
  expect(mustParse(ArtisanDetail, (await stage.as('inspector').get(path)).body)).toMatchObject({
    erased: true,
    cards: [{ kind: 'miner-card' }],
  })
  expect(codeOf(await stage.as('inspector').post(`${path}/erasure`, { reason: 'encore' }))).toBe('person-already-erased')
  expect(await world.program.log.verify('cd')).toMatchObject({ ok: true })
  expect(await world.program.log.checkRebuild()).toMatchObject({ differences: 0 })
})

test('the same identity on two artisans is kept and shown, and no card is issued until one of them is out (F30)', async () => {
  const body = {
    cooperative,
    sex: 'male',
    birthDate: '1994-03-02',
    nationality: 'CD',
    identityNumber: 'lk 100/442',
    person: { name: 'Somebody Else' },
  }
  const second = subjectOf(await stage.as('agent').post('/api/artisans', body))
  const detail = mustParse(ArtisanDetail, (await stage.as('agent').get(`/api/artisans/${second}`)).body)
  const [first] = detail.artisan.sameAs
  expect(detail.artisan.sameAs).toHaveLength(1)
  const card = { kind: 'miner-card', holder: { kind: 'artisan', artisan: second }, zone: 'ZEA-LK-01', number: 'CEA-LK-9' }
  expect(codeOf(await stage.as('inspector').post('/api/cards', card))).toBe('identity-registered-twice')
  // Whichever was registered first.
  const old = { ...card, holder: { kind: 'artisan', artisan: first }, number: 'CEA-LK-8' }
  expect(codeOf(await stage.as('inspector').post('/api/cards', old))).toBe('identity-registered-twice')
  subjectOf(await stage.as('agent').post(`/api/artisans/${first}/moves`, { cooperative: null, reason: 'fiche en double' }))
  subjectOf(await stage.as('inspector').post('/api/cards', card))
  expect(codeOf(await stage.as('agent').post('/api/artisans', { ...body, birthDate: '2009-01-01' }))).toBe('artisan-not-adult')
})

test('issue, loss, renewal, withdrawal; approvals only by who signs them; nobody outside the territory', async () => {
  const inspector = stage.as('inspector')
  const about = { kind: 'trader-card', holder: { kind: 'organisation', organisation: trader }, class: 'B', zone: 'ZEA-LK-03' }
  const card = subjectOf(await inspector.post('/api/cards', { ...about, number: 'CN-9' }))
  expect(codeOf(await inspector.post('/api/cards', { ...about, number: 'cn-9' }))).toBe('card-number-taken')
  subjectOf(await stage.as('trader').post(`/api/cards/${card}/loss`, { reason: 'volée en route' }))
  const states = async () => mustParse(CardDetail, (await inspector.get(`/api/cards/${card}`)).body)
  expect((await states()).card.state).toBe('reported-lost')
  subjectOf(await inspector.post(`/api/cards/${card}/issues`, { number: 'CN-10' }))
  expect(await states()).toMatchObject({
    card: { state: 'valid', number: 'CN-10' },
    acts: [{ what: 'issued' }, { what: 'reported-lost' }, { what: 'issued' }],
  })
  subjectOf(await inspector.post(`/api/cards/${card}/withdrawal`, { reason: 'rapport non déposé' }))
  expect((await states()).card.state).toBe('withdrawn')
  expect(await cardsOf('number=CN-9')).toMatchObject([{ id: card, state: 'withdrawn' }])
  const approval = {
    kind: 'comptoir-approval',
    holder: { kind: 'organisation', organisation: stage.organisation('exporter') },
    number: 'AGR-9',
  }
  expect(codeOf(await inspector.post('/api/cards', approval))).toBe('operator-outside-your-territory')
  subjectOf(await stage.as('minister').post('/api/cards', approval))
  expect((await stage.as('agent').post('/api/cards', approval)).status).toBe(403)
  expect(codeOf(await stage.as('exporter').post('/api/card-applications', about))).toBe('operator-not-yours')
})

test('a contact is told to the body itself and to who registers it, to nobody else', async () => {
  const contact = async (key: string) => mustParse(OperatorDetail, (await stage.as(key).get(`/api/operators/${trader}`)).body).contact
  expect(await contact('trader')).toEqual({ phone: '+243810000417' })
  expect(await contact('inspector')).toEqual({ phone: '+243810000417' })
  expect(await contact('exporter')).toBeNull()
  expect(await contact('verifier')).toBeNull()
})

test('the month of the trader: from the register, filed once, corrected by a new version, printed, as a table', async () => {
  const day = stage.onDay(-3)
  const month = stage.onDay(-35).slice(0, 7)
  const bag = {
    site: null,
    tag: null,
    mineral: 'Sn',
    massGrams: 40_000,
    producedOn: `${month}-20`,
    weighedOn: `${month}-20`,
    holder: trader,
  }
  subjectOf(await stage.as('agent').post('/api/bags', bag))
  stage.onDay(-3)
  await fileMonth(stage, day)
  const path = `/api/operators/${trader}/months/${month}`
  const read = async (key = 'trader') => mustParse(MonthAnswer, (await stage.as(key).get(path)).body)
  const first = await read('inspector')
  expect(first.filed).toHaveLength(1)
  expect(first.summary).toMatchObject({ state: 'filed-late', versions: 1 })
  expect(first.now.minerals).toMatchObject([{ mineral: 'Sn', closingStockGrams: 40_000 }])
  expect(first.filed[0]?.hash).toBe(createHash('sha256').update(canonicalJson(first.filed[0]?.figures)).digest('hex'))
  expect(codeOf(await stage.as('trader').post(`${path}/filings`, { correctionReason: 'rien' }))).toBe('month-already-so')
  subjectOf(await stage.as('agent').post('/api/bags', { ...bag, massGrams: 30_000 }))
  expect((await read()).differs).toBe(true)
  expect(codeOf(await stage.as('trader').post(`${path}/filings`, {}))).toBe('correction-needs-reason')
  subjectOf(await stage.as('trader').post(`${path}/filings`, { correctionReason: 'sac oublié' }))
  const second = await read()
  expect(second.filed.map((one) => one.figures.minerals[0]?.closingStockGrams)).toEqual([40_000, 70_000])
  expect(second.differs).toBe(false)
  expect(codeOf(await stage.as('exporter').get(path))).toBe('unknown-operator')
  expect(codeOf(await stage.as('exporter').post(`${path}/filings`, {}))).toBe('operator-not-yours')
  const page = await stage.as('trader').get(`/operators/${trader}/months/${month}/print?language=fr`)
  expect(page.body).toContain('Rapport mensuel du négociant')
  expect(page.body).toContain(second.filed[1]?.hash)
  const old = await stage.as('trader').get(`/operators/${trader}/months/${month}/print?language=fr&version=1`)
  expect(old.body).toContain(first.filed[0]?.hash)
  const csv = await stage.as('trader').get(`/operators/${trader}/months/${month}/register.csv?language=fr`)
  expect(String(csv.body).split('\r\n')[0]).toBe('sens,date,lieu,acheteur_ou_vendeur,lot,substance,quantite_kg,teneur,prix,monnaie')
})

test('the desk is told what ends, what ran out and what waits; the trader is told nothing of others', async () => {
  const kinds = async (key: string) =>
    mustParse(looseRecord({ notices: listOf(looseRecord({ kind: text() })) }), (await stage.as(key).get('/api/notices')).body).notices.map(
      ({ kind }) => kind,
    )
  expect(await kinds('inspector')).toEqual(expect.arrayContaining(['cardsExpiring']))
  expect((await kinds('trader')).filter((kind) => kind.startsWith('card'))).toEqual([])
})
