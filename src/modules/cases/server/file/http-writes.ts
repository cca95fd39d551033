/*
Writing to cases. Steps of one go are decided together or not at all. Who opens a case says on the device who shall read it; a field observer makes
keys for the intake team and keeps none, so what was sent cannot be read back.
*/
import { todayAt } from '../../../../kernel/calendar.ts'
import { type Outcome, refused } from '../../../../kernel/outcome.ts'
import { listOf, maybe, record } from '../../../../kernel/schema.ts'
import { writeRoute } from '../../../../platform/http/build-route.ts'
import { type Route, can } from '../../../../platform/http/route.ts'
import type { Receipt } from '../../../../platform/log/receipt.ts'
import { OrganisationId } from '../../../people/contract.ts'
import { PackageBox } from '../../contract.ts'
import { VaultKeys, VaultWrap } from '../../contract-vault.ts'
import { withPublicHalves } from '../../domain/access/public-halves.ts'
import { CaseId } from '../../domain/case/case-words.ts'
import { CommandsWire } from '../../domain/file/command-wire.ts'
import type { OneCommand } from '../../domain/file/file-words.ts'
import { Determine } from '../../domain/identification/determination-words.ts'
import { ReferralCommand, ReferralId } from '../../domain/referral/referral-words.ts'
import { trainingCounts } from './context.ts'
import { asProgram } from '../record/records.ts'
import type { CaseDoors } from './doors.ts'
import { caseOfReferral } from './store-lists.ts'
import { type Work, workOn } from './work.ts'

export const OpenCase = record({ case: CaseId, all: CommandsWire, keys: VaultKeys })
export const CaseSteps = record({
  all: CommandsWire,
  keys: maybe(VaultKeys),
  packages: maybe(listOf(PackageBox, 60)),
  towards: maybe(OrganisationId),
  /** With an offer to another body: keys of vaults, sealed to the few there who may take the case over. */
  handed: maybe(listOf(VaultWrap, 100)),
})
export const ReferralAnswer = record({ ask: ReferralCommand })
export const DeterminationAnswer = record({ ask: Determine })
/** Hold and lift, answer broken glass, confirm an override: nothing that works the case. */
const ProtectionSteps = record({ all: CommandsWire })

const params = record({ case: CaseId })
const answering: readonly string[] = ['acknowledge', 'accept', 'reject', 'begin-service', 'complete', 'close-without-service']

export const caseWrites = (doors: CaseDoors): readonly Route[] => [
  writeRoute({
    path: '/api/cases',
    summary: 'Opens a case: coded answers, sealed texts and the keys of its vaults, sealed to those who shall read it',
    allow: can('cases.signal'),
    body: OpenCase,
    write: ({ door, who, envelope, data }) =>
      isOpening(data.all)
        ? workWith(doors, { door, who, envelope, ...data, mayMake: true })
        : Promise.resolve(refused('case-begins-otherwise')),
  }),
  writeRoute({
    path: '/api/cases/:case/steps',
    summary: 'One or several steps of work on a case, all or none; whoever is not of its team is told that there is none',
    allow: can('cases.hold-key'),
    params,
    body: CaseSteps,
    write: ({ door, who, envelope, params: asked, data }) => workWith(doors, { door, who, envelope, case: asked.case, ...data }),
  }),
  writeRoute({
    path: '/api/cases/:case/protection',
    summary: 'Holds, erasures and answers to broken glass, by who protects data',
    allow: can('cases.protect-data'),
    params,
    body: ProtectionSteps,
    write: ({ door, who, envelope, params: asked, data }) => workWith(doors, { door, who, envelope, case: asked.case, ...data }),
  }),
  writeRoute({
    path: '/api/referrals/:referral/answers',
    summary: 'What a receiving body answers: acknowledged, accepted, rejected, begun, done, or no service',
    allow: can('cases.receive'),
    params: record({ referral: ReferralId }),
    body: ReferralAnswer,
    write: ({ door, who, envelope, params: { referral }, data: { ask } }) =>
      ask.referral === referral && answering.includes(ask.step)
        ? answerAs(doors, { door, who, envelope, referral, one: { about: 'referral', ask } })
        : Promise.resolve(refused('unknown-referral')),
  }),
  writeRoute({
    path: '/api/referrals/:referral/determinations',
    summary: 'What a named body determined about somebody who was sent to it and agreed to be identified by it; help never waits for it',
    allow: can('cases.determine'),
    params: record({ referral: ReferralId }),
    body: DeterminationAnswer,
    write: async ({ door, who, tenant, envelope, params: { referral }, data, now }) => {
      // Asked of the account alone and of no referral: the same answer whatever was asked for.
      const asked = { account: who.account, today: todayAt(now) }
      const trained = await door.read((tx) => doors.training.statesOf(tx, tenant, asked))
      if (!trainingCounts(trained.get('IDENTIFICATION'))) return refused('training-needed')
      return answerAs(doors, { door, who, envelope, referral, one: { about: 'identification', ask: { type: 'determine', ...data.ask } } })
    },
  }),
]
/** Public halves of new keys are part of the sealed record; what lies in rows beside it is only what can be destroyed. */
async function workWith(doors: CaseDoors, work: Work): Promise<Outcome<Receipt>> {
  const all = withPublicHalves(work.all, work.keys)
  return all === null ? refused('vault-keys-and-generations-differ') : workOn(doors, { ...work, all })
}
interface Answering extends Pick<Work, 'door' | 'who' | 'envelope'> {
  readonly referral: string
  readonly one: OneCommand
  readonly towards?: OrganisationId | undefined
}
export async function answerAs(doors: CaseDoors, { door, who, envelope, referral, one, towards }: Answering): Promise<Outcome<Receipt>> {
  const of = await door.read(async (tx) => {
    await asProgram(tx)
    return caseOfReferral(tx, who.tenant, { referral, recipient: who.organisation ?? '' })
  })
  if (of === null) return refused('unknown-referral')
  const done = await workOn(doors, { door, who, envelope, case: of, all: [one], towards })
  // What is not theirs any more reads like what never was.
  return !done.ok && done.refusal.code === 'unknown-case' ? refused('unknown-referral') : done
}

/** The first step makes the case; nobody is taken into a case that is not there. */
const isOpening = ([first]: readonly OneCommand[]): boolean => first?.about === 'case' && first.ask.step === 'create'
