/* Exporters over HTTP on a real database: the door, shares, names apart from the log, an audit from scope to decision, the appeal. */
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { type Answer, subjectOf } from '../../../../../test/world/client.ts'
import { auditExporter, describeExporter, ownerNames } from '../../../../../test/world/exporter-scenes.ts'
import { issueCards, openRegisterOfOperators } from '../../../../../test/world/operator-scenes.ts'
import { type Stage, openStage } from '../../../../../test/world/stage.ts'
import { addDays, addMonths } from '../../../../kernel/calendar.ts'
import { asId, looseRecord, listOf, mustParse, text } from '../../../../kernel/schema.ts'
import { AuditDetail, AuditSummary } from '../../contract-audits.ts'
import { ExporterDetail, ExporterSummary, OwnersAnswer } from '../../contract-exporters.ts'

const world = await freshDatabase()
let stage: Stage
let exporter = ''
beforeAll(async () => {
  stage = await openStage(world, 780)
  exporter = stage.organisation('exporter')
  await openRegisterOfOperators(stage, stage.onDay(-700))
  await issueCards(stage, stage.onDay(-90))
  await describeExporter(stage, stage.onDay(-40))
  stage.onDay(0)
  return () => stage.app.close()
}, 60_000)

const codeOf = (answer: Answer): string => mustParse(looseRecord({ refusal: looseRecord({ code: text() }) }), answer.body).refusal.code
const standing = (on: string) =>
  world.program.database.read((tx) =>
    world.program.modules.operators.exporters.exporterOn(tx, 'cd', { organisation: asId('organisation', exporter), on }),
  )
const detailOf = async (audit: string, key = 'planner') => mustParse(AuditDetail, (await stage.as(key).get(`/api/audits/${audit}`)).body)

test('the register shows what was said, and its history; the door says who supplies it and whether it may export', async () => {
  const detail = mustParse(ExporterDetail, (await stage.as('verifier').get(`/api/exporters/${exporter}`)).body)
  expect(detail).toMatchObject({
    described: { minerals: ['Sn', 'Ta'] },
    suppliers: [{ name: 'Négoce Bahati', until: null }],
    screenings: [{ result: 'clear' }],
    reports: [{ address: 'https://nyota.example/diligence' }],
    summary: { standing: { status: 'none', approvalHolds: true, mayExport: 'conditions' }, suppliers: 1 },
    seesOwners: true,
  })
  const suppliers = await world.program.database.read((tx) =>
    world.program.modules.operators.exporters.suppliersOn(tx, 'cd', { organisation: asId('organisation', exporter), on: stage.today }),
  )
  expect(suppliers).toEqual([stage.organisation('trader')])
  expect(await standing(addDays(stage.today, 400))).toMatchObject({ approvalHolds: false, mayExport: 'no' })
})

test('shares of a kind never pass a whole; names of persons are on one page and in no other table', async () => {
  const post = (data: object, key = 'exporter') => stage.as(key).post(`/api/exporters/${exporter}/owners`, data)
  const more = { role: 'owner', holder: { kind: 'body', name: 'Autre SA', country: 'CD' }, shareHundredths: 1 }
  expect(codeOf(await post(more))).toBe('shares-over-a-whole')
  expect(codeOf(await post({ ...more, holder: { kind: 'person' } }))).toBe('owner-needs-name')
  const page = mustParse(OwnersAnswer, (await stage.as('auditor').get(`/api/exporters/${exporter}/owners`)).body)
  expect(page.sums).toEqual({ owner: 10_000, 'beneficial-owner': 2_550 })
  expect(page.owners.map((one) => one.person?.name ?? null)).toEqual([ownerNames[0], null, ownerNames[1]])
  expect((await stage.as('trader').get(`/api/exporters/${exporter}/owners`)).status).toBe(403)
  const tables = ['log_event', 'log_answer', 'exporter', 'exporter_status', 'audit']
  for (const table of tables) {
    const rows = await world.program.database.read(
      async (tx) => (await sql<{ line: string }>`select one::text as line from ${sql.table(table)} as one`.execute(tx)).rows,
    )
    const all = rows.map((row) => row.line).join('\n')
    for (const name of ownerNames) expect(all.includes(name) || all.includes(Buffer.from(name).toString('hex')), table).toBe(false)
  }
  const second = page.owners[2]?.line.owner
  subjectOf(await stage.as('exporter').post(`/api/exporters/${exporter}/owners/${second}/erasures`, { reason: 'à sa demande' }))
  const after = mustParse(OwnersAnswer, (await stage.as('auditor').get(`/api/exporters/${exporter}/owners`)).body)
  expect(after.owners[2]).toMatchObject({ person: null, erased: true, line: { shareHundredths: 2_550 } })
})

test('another body writes nothing here; a supplier is named once and ends with a reason', async () => {
  const path = `/api/exporters/${exporter}/suppliers`
  const trader = stage.organisation('trader')
  expect((await stage.as('trader').post(path, { supplier: trader })).status).toBe(403)
  expect(codeOf(await stage.as('exporter').post(path, { supplier: trader }))).toBe('supplier-named-already')
  expect(codeOf(await stage.as('exporter').post(path, { supplier: exporter }))).toBe('supplier-is-itself')
  const cooperative = stage.organisation('cooperative')
  subjectOf(await stage.as('planner').post(path, { supplier: cooperative }))
  subjectOf(
    await stage.as('exporter').post(`/api/exporters/${exporter}/supplier-ends`, { supplier: cooperative, reason: 'fin du contrat' }),
  )
  expect(codeOf(await stage.as('exporter').post(`/api/exporters/${cooperative}/descriptions`, { minerals: [], depots: [] }))).toBe(
    'not-an-exporter',
  )
})

test('an audit: the auditor proposes, the committee decides, the status follows; an appeal is decided by another person', async () => {
  const day = stage.onDay(10)
  const audit = await auditExporter(stage, { flag: 'red', exporter, day })
  expect(await standing(day)).toMatchObject({ status: 'red', since: day, mayExport: 'no', validUntil: addMonths(day, 6) })
  const decided = await detailOf(audit)
  expect(decided).toMatchObject({ audit: { state: 'decided', decided: 'red' }, decision: { flag: 'red', committee: expect.any(String) } })
  expect(codeOf(await stage.as('planner').post(`/api/audits/${audit}/decisions`, { flag: 'green', reason: 'r', committee: 'c' }))).toBe(
    'audit-decided-already',
  )
  expect((await stage.as('auditor').post(`/api/audits/${audit}/decisions`, { flag: 'green', reason: 'r', committee: 'c' })).status).toBe(
    403,
  )
  expect((await stage.as('auditor').post(`/api/audits/${audit}/findings`, { grade: 'minor', text: 'Après coup.' })).status).toBe(200)
  const appealed = stage.onDay(25)
  subjectOf(await stage.as('exporter').post(`/api/audits/${audit}/appeals`, { grounds: 'Le constat porte sur un dépôt fermé.' }))
  expect(await standing(appealed)).toMatchObject({ status: 'red', appealed: true })
  expect(codeOf(await stage.as('exporter').post(`/api/audits/${audit}/appeals`, { grounds: 'encore' }))).toBe('appealed-already')
  expect(codeOf(await stage.as('planner').post(`/api/audits/${audit}/appeal-decisions`, { outcome: 'rejected', reason: 'r' }))).toBe(
    'second-person-for-audit',
  )
  stage.onDay(30)
  const after = await detailOf(audit, 'exporter')
  expect(after.findings).toHaveLength(2)
  expect(after.findings[1]).toMatchObject({ afterDecision: true })
  expect(after).toMatchObject({ appeal: { daysLeft: 55, decision: null }, decision: { flag: 'red' } })
})

test('a competitor reads of an audit what is public, and nothing at all before the report', async () => {
  const [trader, parties] = ['trader', ['auditor', 'exporter', 'verifier', 'planner']]
  const opened = subjectOf(
    await stage.as('auditor').post('/api/audits', {
      ...{ exporter, accreditation: 'ICGLR-TPA-07', accreditedUntil: addDays(stage.today, 500) },
      ...{ periodFrom: addDays(stage.today, -30), periodUntil: stage.today, scope: { about: 'Second audit.' } },
    }),
  )
  const list = async (key: string) =>
    mustParse(looseRecord({ audits: listOf(AuditSummary) }), (await stage.as(key).get('/api/audits')).body).audits
  const [published, ...more] = await list(trader)
  expect(more).toEqual([])
  expect(published).toMatchObject({ state: 'appealed', decided: 'red', proposed: null, findings: null })
  expect(codeOf(await stage.as(trader).get(`/api/audits/${opened}`))).toBe('unknown-audit')
  for (const key of parties) expect((await list(key)).map((one) => String(one.id))).toContain(opened)
  const id = String(published?.id)
  const seen = await detailOf(id, trader)
  expect(seen).toMatchObject({
    ...{ seesWhole: false, findings: [], scopeSuppliers: [], proposal: null, appeal: { grounds: null, on: expect.any(String) } },
    ...{ report: { address: 'https://audit.example/rapport' }, decision: { flag: 'red', reason: 'Le comité suit l’auditeur.' } },
    may: { work: false, decide: false, appeal: false, decideAppeal: false },
  })
  const text = JSON.stringify(seen)
  for (const secret of ['registre des pesées', 'Négoce Bahati', 'Mto Mweupe', 'Kiwanja', 'dépôt fermé', 'équipe d’audit'])
    expect(text).not.toContain(secret)
  for (const key of parties)
    expect(await detailOf(id, key)).toMatchObject({
      ...{ seesWhole: true, findings: [{}, {}], scopeSuppliers: [{ name: 'Négoce Bahati' }], scope: { routes: ['Lukanda – Kiwanja'] } },
      ...{ proposal: { flag: 'red' }, appeal: { grounds: expect.stringContaining('dépôt fermé') } },
    })
})

test('lists: audits with their state, exporters with their clock', async () => {
  const { audits } = mustParse(looseRecord({ audits: listOf(AuditSummary) }), (await stage.as('verifier').get('/api/audits')).body)
  expect(audits.filter(({ state }) => state !== 'open')).toMatchObject([
    { state: 'appealed', exporterName: 'Comptoir Nyota', number: expect.stringMatching(/^AUD-\d{4}-0001$/) },
  ])
  const { exporters } = mustParse(
    looseRecord({ exporters: listOf(ExporterSummary) }),
    (await stage.as('trader').get('/api/exporters')).body,
  )
  expect(exporters.find((one) => one.name === 'Comptoir Nyota')).toMatchObject({ standing: { status: 'red', appealed: true } })
  expect(codeOf(await stage.as('planner').post(`/api/exporters/${exporter}/blue-admissions`, { reason: 'nouveau' }))).toBe(
    'exporter-has-status',
  )
})
