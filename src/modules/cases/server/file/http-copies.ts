/*
What leaves a case on paper: a print of the overview, and the copy that belongs to the person. The answer is the same file; that it is for paper is a
look of its own, so that the team sees later that a sheet exists.
*/
import { accepted } from '../../../../kernel/outcome.ts'
import { asId, record } from '../../../../kernel/schema.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import { CaseAnswer } from '../../contract.ts'
import { vaultsOf } from '../../domain/access/access.ts'
import type { Viewed } from '../../domain/access/views.ts'
import { publicHalves } from '../../domain/access/public-halves.ts'
import { CaseId } from '../../domain/case/case-words.ts'
import { isOfWitness } from '../../domain/file/file-state.ts'
import { seenRoute } from '../record/view-log.ts'
import type { CaseDoors } from './doors.ts'
import { notThere, openFor, withoutBox } from './http-reads.ts'

type Paper = { readonly path: string; readonly summary: string; readonly what: Viewed['what']; readonly purpose: Viewed['purpose'] }
const papers: readonly Paper[] = [
  {
    ...{ path: '/api/cases/:case/print', what: 'printed', purpose: 'case-work' },
    summary: 'One case for a printed overview: coded events, and that it was printed is kept',
  },
  {
    ...{ path: '/api/cases/:case/copy', what: 'subject-access', purpose: 'subject-access' },
    summary: 'One case for the copy that its person may have: coded events, and that a copy was made is kept',
  },
]
export const caseCopies = (doors: CaseDoors): readonly Route[] =>
  papers.map(({ path, summary, what, purpose }) =>
    seenRoute({
      ...{ path, summary, allow: can('cases.hold-key'), params: record({ case: CaseId }), answer: CaseAnswer },
      look: async ({ tx, who, tenant, now, params: { case: id } }) => {
        const { found } = await openFor(doors, { tx, who, tenant, now }, id)
        // Paper is made by who owns the case or works on it: who supervises, guards or guests makes none.
        if (!found || (found.standing !== 'owner' && found.standing !== 'member')) return notThere(id)
        const { whole, version } = found.one
        const all = await doors.records.events(tx, tenant, id)
        const keys = publicHalves(all)
        const { wire: rules } = await doors.rules.at(tx, tenant, now)(whole.file.organisation)
        const events = all.filter(({ event }) => !isOfWitness(event))
        return accepted({
          answer: {
            ...{ rules, case: id, standing: found.standing, version, mustRenew: [...whole.access.mustRenew], keys: [...keys] },
            vaults: [...vaultsOf(whole.access, who.account, now)],
            events: events.map(({ thing, event, learnedAt }) => ({
              thing,
              kind: event.kind,
              payload: withoutBox(event.payload),
              learnedAt,
            })),
          },
          viewed: { cases: [asId('case', id)], what, purpose },
        })
      },
    }),
  )
