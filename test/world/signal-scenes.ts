/* Scenes of signals: what a team saw at a pit half a year ago, what a hotline heard last week, and one that was sent twice and withdrawn. */
import { addDays } from '../../src/kernel/calendar.ts'
import { subjectOf } from './client.ts'
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
/** What a team wrote down over a quarter at one pit: enough of it that the quarter may be told of the site itself. */
export async function signalsOfQuarter(stage: Stage, { site, day }: { readonly site: string; readonly day: string }): Promise<void> {
  for (let n = 0; n < 12; n += 1)
    subjectOf(
      await stage.as('agent').post('/api/signals', {
        ...{ types: n === 0 ? ['child-labour-observed', 'illegal-taxation'] : ['child-labour-observed'], channel: 'site-visit' },
        ...{ source: 'seen', observedOn: addDays(day, -n), site, area: null },
      }),
    )
}
