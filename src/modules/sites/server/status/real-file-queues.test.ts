/*
The real file in the real database: the queues that home shows must carry its numbers, 37 sites with interference within a year of a
green and 625 lapsed greens, each with its day. The file is read where it lies; without it nothing is claimed.
*/
import { expect, test } from 'vitest'
import { importIpisFile } from '../../../../exchange/ipis/server/import-into-log.ts'
import { sharedFile } from '../../../../../test/shared-data.ts'
import { ask, program } from '../../../../../test/sites-bed.ts'
import { addMonths } from '../../../../kernel/calendar.ts'
import { QueuePage, Queues } from '../../domain/status/queues.ts'

const path = sharedFile('data/ipis/cod_mines_curated_all_opendata_p_ipis.csv')
const asOf = '2024-02-29'

test.skipIf(path === null)(
  'the real file: 37 contradicted greens and 625 lapsed greens wait, each with its day',
  { timeout: 300_000 },
  async () => {
    const actor = { account: '019aa0c2-1111-7000-8000-000000000001', organisation: null, role: null }
    const house = { database: program.database, log: program.log, tenant: program.tenant, clock: program.clock, actor }
    expect(await importIpisFile(house, { file: path ?? '', dryRun: false })).toMatchObject({ ok: true, value: { sites: 3409 } })
    const began = performance.now()
    const { counts } = await ask(Queues, `/api/status/queues?asOf=${asOf}`)
    expect(counts).toMatchObject({ greenWithInterference: 37, lapsedGreens: 625, overdueYellow: 0, blueClocks: 0, neverInspected: 3409 })
    expect(performance.now() - began, 'milliseconds').toBeLessThan(15_000)
    const contradicted = await ask(QueuePage, `/api/status/queues/greenWithInterference?asOf=${asOf}&pageSize=500`)
    expect([contradicted.total, contradicted.sites.length]).toEqual([37, 37])
    expect(contradicted.sites.every((one) => one.day !== null && one.day <= asOf)).toBe(true)
    const first = await ask(QueuePage, `/api/status/queues/lapsedGreens?asOf=${asOf}&pageSize=500`)
    const second = await ask(QueuePage, `/api/status/queues/lapsedGreens?asOf=${asOf}&pageSize=500&page=2`)
    const lapsed = [...first.sites, ...second.sites]
    expect(new Set(lapsed.map((one): string => one.site)).size).toBe(625)
    for (const { standing, day } of lapsed) {
      expect(standing.shown).toBe('green')
      expect(day, 'twelve months after the green').toBe(addMonths(standing.since ?? '', 12))
      expect(day !== null && day <= asOf).toBe(true)
    }
    // Home asks as of today: no green of the file runs any more, and none is lost.
    expect((await ask(Queues, '/api/status/queues')).counts).toMatchObject({ greenWithInterference: 37, lapsedGreens: 625 })
  },
)
