/* Scenes of signals: what a team saw at a pit half a year ago, what a hotline heard last week, and one that was sent twice and withdrawn. */
import { addDays } from '../../src/kernel/calendar.ts'
import { OPERATOR } from '../../src/bin/program.ts'
import { asId } from '../../src/kernel/schema.ts'
import { signalDecider } from '../../src/modules/cases/domain/signals/signal.ts'
import { newId, subjectOf } from './client.ts'
import type { Stage } from './stage.ts'

export async function signalFromPit(stage: Stage, { site, day }: { readonly site: string; readonly day: string }): Promise<void> {
  subjectOf(
    await stage.as('agent').post('/api/signals', {
      ...{ types: ['child-labour-observed'], channel: 'site-visit', source: 'seen', observedOn: addDays(day, -1), site, area: null },
    }),
  )
}
/** Heard twice, sent twice: the second goes. */
export async function signalFromHotline(stage: Stage, day: string): Promise<void> {
  const said = {
    ...{ types: ['forced-labour-by-armed-actor', 'illegal-taxation'], channel: 'hotline', source: 'told-by-others' },
    ...{ observedOn: addDays(day, -2), site: null, area: 'XL102' },
  }
  subjectOf(await stage.as('witness').post('/api/signals', said))
  const again = subjectOf(await stage.as('witness').post('/api/signals', said))
  subjectOf(await stage.as('witness').post(`/api/signals/${again}/withdrawals`, { because: 'double' }))
}
const BODIES = 12
/**
 * What committees of twelve villages wrote down over a quarter at one pit, brought in by the operator: enough bodies that the quarter may be told of the site
 * itself. They have no accounts here, so nobody signs in for them; what one body sends, however often, is one voice.
 */
export async function signalsOfQuarter(stage: Stage, { site, day }: { readonly site: string; readonly day: string }): Promise<void> {
  const { database, log, tenant, clock, modules } = stage.program
  const [brief] = await database.read((tx) => modules.sites.door.briefs(tx, [asId('site', site)], tenant))
  if (brief === undefined) throw new Error('the province has this site')
  const { provinceCode, territoireCode } = brief
  const drafts = Array.from({ length: BODIES }, (_, n) => {
    const decided = signalDecider.decide(
      null,
      {
        ...{ step: 'record', types: n === 0 ? ['child-labour-observed', 'illegal-taxation'] : ['child-labour-observed'] },
        ...{ channel: 'site-visit', source: 'seen', observedOn: addDays(day, -n), site: brief.id, area: null },
      },
      { today: day, place: { site: brief.id, provinceCode, territoireCode }, mayWithdraw: false },
    )
    if (!decided.ok) throw new Error(decided.refusal.code)
    return decided.value.map(({ kind, payload }) => {
      const id = newId()
      return { id, subject: `signal:${id}`, kind, payload, happenedAt: clock(), actor: { ...OPERATOR, organisation: newId() } }
    })
  })
  await log.record(tenant, drafts.flat())
}
