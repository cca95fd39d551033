import { expect, test } from 'vitest'
import { sql } from 'kysely'
import { freshDatabase } from '../../../../../test/database.ts'
import { openStage } from '../../../../../test/world/stage.ts'
import { exporterNotices } from './exporter-notices.ts'

const lot = '018f0000-0000-7000-8000-00000000000'
test('the exporter alone is told of its own dossiers that were sent back or refused, wherever they stand in the queue', async () => {
  const world = await freshDatabase()
  const stage = await openStage({ program: world.program, setClock: world.setClock }, 10)
  const [mine, other] = [stage.organisation('exporter'), stage.organisation('trader')]
  const reader = { tenant: 'cd', territory: 'everywhere' as const, capabilities: new Set(['certificates.prepare']) }
  const told = await world.program.database.transaction(async (tx) => {
    for (const [at, state] of ['revision-requested', 'refused', 'open'].entries())
      await sql`insert into dossier (tenant_id, id, state, lot_id, lot_number, mineral, mass_grams, exporter_id, exporter_name, terms, opened_at, waits_since,
        provinces, refused_on) values (${'cd'}, ${`${lot}${at}`}, ${state}, ${`${lot}${at}`}, 'E', 'Sn', 1, ${mine}, 'X', '{}'::jsonb,
        '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', '{}', '2026-01-02')`.execute(tx)
    return [
      await exporterNotices(tx, { ...reader, organisation: mine }, '2026-11-22T10:00:00.000Z'),
      await exporterNotices(tx, { ...reader, organisation: other }, '2026-11-22T10:00:00.000Z'),
    ]
  })
  expect(told[0]?.map(({ kind, count }) => [kind, count])).toEqual([
    ['dossiersRefused', 1],
    ['dossiersReturned', 1],
  ])
  expect(told[1]).toEqual([])
})
