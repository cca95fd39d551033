/* What of early warnings waits for whom: those that nobody sorted in time, those to sort, and those that wait for an answer of the own body. Numbers and paths alone. */
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { NoticeSource, Waiting } from '../../../notices/contract.ts'
import { lineOf } from './answers-warnings.ts'
import { seenWarnings } from './read-warnings.ts'
import type { WarningDoors } from './sight-warnings.ts'

const MOST = 500
const nameless = { areaOf: () => '', siteOf: () => '', bodyOf: () => '' }
const waiting = (kind: string, path: string, keys: readonly string[]): Waiting => ({
  ...{ kind, path, count: keys.length, keys: keys.slice(0, MOST) },
})

export const warningNotices = (doors: Pick<WarningDoors, 'people'>): NoticeSource<Tx> => ({
  name: 'warnings',
  waiting: async (tx, { tenant, capabilities, territory, organisation = null }, now) => {
    if (!['conflict.triage', 'conflict.warn', 'conflict.read'].some((one) => capabilities.has(one))) return []
    const asker = { capabilities, territory, organisation, account: null }
    const { known } = await seenWarnings(tx, doors, { tenant, asker, now })
    const sorted = known.filter((one) => one.view === 'sorts').map((one) => lineOf(one, nameless, now))
    const mine = known.filter(
      ({ warning }) =>
        warning.state !== 'closed' && warning.responders.some((one) => one.organisation === organisation && one.answer === null),
    )
    return [
      waiting(
        'warningsLate',
        '/warnings?clock=late',
        sorted.filter((one) => one.isTriageLate).map((one) => `${one.id}/${one.severity}`),
      ),
      waiting(
        'warningsToSort',
        '/warnings',
        sorted.filter((one) => one.state === 'received' && !one.isTriageLate).map((one) => one.id),
      ),
      waiting(
        'warningResponsesLate',
        '/warnings?clock=late',
        sorted.filter((one) => one.responsesLate > 0).map((one) => `${one.id}/${one.responsesLate}`),
      ),
      waiting(
        'warningsToAnswer',
        '/warnings',
        mine.map((one) => one.id),
      ),
    ].filter((one) => one.count > 0)
  },
})
