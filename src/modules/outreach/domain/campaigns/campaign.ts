/*
Decisions about a campaign. Nothing is published before somebody said that survivors read the messages and that no image shows who a person is; what is estimated says how.
A count that was wrong is withdrawn with its reason and stays in the log.
*/
import type { Decider, DomainEvent } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, asId, exactly, id, listOf, record, taggedBy } from '../../../../kernel/schema.ts'
import {
  AddMaterial,
  CampaignCheck,
  CloseCampaign,
  PlanCampaign,
  RecordKap,
  RecordReach,
  TickCheck,
  WithdrawReach,
} from '../../contract-campaigns.ts'

const ReachRecorded = record({ id: id('reach'), reach: RecordReach })
export const campaignKinds = {
  'campaign.planned.v1': PlanCampaign,
  'campaign.checked.v1': TickCheck,
  'campaign.material-added.v1': AddMaterial,
  'campaign.published.v1': record({}),
  'campaign.reach-recorded.v1': ReachRecorded,
  'campaign.reach-withdrawn.v1': WithdrawReach,
  'campaign.kap-recorded.v1': RecordKap,
  'campaign.closed.v1': CloseCampaign,
} as const
type Kinds = typeof campaignKinds
export type CampaignEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]
export const CampaignActs = listOf(
  taggedBy('kind', [
    record({ kind: exactly('campaign.planned.v1'), payload: PlanCampaign }),
    record({ kind: exactly('campaign.checked.v1'), payload: TickCheck }),
    record({ kind: exactly('campaign.material-added.v1'), payload: AddMaterial }),
    record({ kind: exactly('campaign.published.v1'), payload: record({}) }),
    record({ kind: exactly('campaign.reach-recorded.v1'), payload: ReachRecorded }),
    record({ kind: exactly('campaign.reach-withdrawn.v1'), payload: WithdrawReach }),
    record({ kind: exactly('campaign.kap-recorded.v1'), payload: RecordKap }),
    record({ kind: exactly('campaign.closed.v1'), payload: CloseCampaign }),
  ]),
)

export type CampaignCommand =
  | { readonly type: 'plan'; readonly plan: Infer<typeof PlanCampaign> }
  | ({ readonly type: 'check' } & Infer<typeof TickCheck>)
  | { readonly type: 'add-material'; readonly material: Infer<typeof AddMaterial> }
  | { readonly type: 'publish' }
  | { readonly type: 'reach'; readonly reach: Infer<typeof RecordReach> }
  | ({ readonly type: 'withdraw-reach' } & Infer<typeof WithdrawReach>)
  | { readonly type: 'kap'; readonly kap: Infer<typeof RecordKap> }
  | { readonly type: 'close'; readonly learned: string }
export interface CampaignContext {
  readonly today: string
  readonly command: string
  readonly arePlacesKnown: boolean
  readonly isNear: boolean
  /** Of a material: it was sent. */
  readonly isFileKept: boolean
}
export interface Campaign {
  readonly plan: Infer<typeof PlanCampaign>
  readonly state: 'planned' | 'published' | 'closed'
  readonly checks: ReadonlyMap<CampaignCheck, Infer<typeof TickCheck>>
  readonly materials: readonly Infer<typeof AddMaterial>[]
  readonly reach: readonly Infer<typeof ReachRecorded>[]
  readonly kap: readonly Infer<typeof RecordKap>[]
  readonly learned: string | null
}
export type MaybeCampaign = Campaign | null
type Decided = Outcome<readonly CampaignEvent[]>

/** Refusals: `unknown-campaign`, `campaign-closed`, and those of each act. */
function decide(state: MaybeCampaign, command: CampaignCommand, context: CampaignContext): Decided {
  if (command.type === 'plan') return plan(state, command.plan, context)
  if (state === null || !context.isNear) return refused('unknown-campaign')
  if (state.state === 'closed') return refused('campaign-closed')
  switch (command.type) {
    case 'check': {
      const { type: _type, ...payload } = command
      if (state.state !== 'planned') return refused('campaign-published')
      return accepted([{ kind: 'campaign.checked.v1', payload }])
    }
    case 'add-material':
      if (!context.isFileKept) return refused('material-not-sent')
      // What is added after the look at messages and images was not looked at.
      return state.state === 'planned'
        ? accepted([{ kind: 'campaign.material-added.v1', payload: command.material }])
        : refused('campaign-published')
    case 'publish':
      return publish(state)
    case 'kap':
      return kap(command.kap, context)
    case 'close':
      if (context.today < state.plan.until) return refused('campaign-not-over', { day: state.plan.until })
      return accepted([{ kind: 'campaign.closed.v1', payload: { learned: command.learned } }])
    default:
      return reach(state, command, context)
  }
}
/** Refusals: `campaign-there`, `days-the-wrong-way-round`, `unknown-campaign-place`, `outside-your-territory`. */
function plan(state: MaybeCampaign, payload: Infer<typeof PlanCampaign>, context: CampaignContext): Decided {
  if (state !== null) return refused('campaign-there')
  if (payload.from > payload.until) return refused('days-the-wrong-way-round')
  if (!context.arePlacesKnown) return refused('unknown-campaign-place')
  if (!context.isNear) return refused('outside-your-territory')
  return accepted([{ kind: 'campaign.planned.v1', payload }])
}
/** Refusals: `campaign-published`, `campaign-check-open`. */
function publish(state: Campaign): Decided {
  if (state.state !== 'planned') return refused('campaign-published')
  const open = CampaignCheck.options.find((check) => state.checks.get(check)?.holds !== true)
  return open === undefined ? accepted([{ kind: 'campaign.published.v1', payload: {} }]) : refused('campaign-check-open', { check: open })
}
/** Refusals: `reach-before-publishing`, `reach-day-not-valid`, `reach-channel-not-planned`, `unique-above-impressions`, `counted-twice-in-one`, `unknown-reach`. */
function reach(
  state: Campaign,
  command: Extract<CampaignCommand, { readonly type: 'reach' | 'withdraw-reach' }>,
  { today, command: id }: CampaignContext,
): Decided {
  if (command.type === 'withdraw-reach') {
    if (!state.reach.some((one) => one.id === command.reach)) return refused('unknown-reach')
    return accepted([{ kind: 'campaign.reach-withdrawn.v1', payload: { reach: command.reach, reason: command.reason } }])
  }
  const said = command.reach
  if (state.state !== 'published') return refused('reach-before-publishing')
  if (said.on > today || said.on < state.plan.from) return refused('reach-day-not-valid')
  if (!state.plan.channels.includes(said.channel)) return refused('reach-channel-not-planned')
  if (said.kind === 'digital' && (said.uniqueAccounts ?? 0) > said.impressions) return refused('unique-above-impressions')
  if (said.kind === 'direct' && new Set(said.counted.map(({ sex, age }) => `${sex}/${age}`)).size < said.counted.length)
    return refused('counted-twice-in-one')
  return accepted([{ kind: 'campaign.reach-recorded.v1', payload: { id: asId('reach', id), reach: said } }])
}
/** Refusals: `kap-more-than-asked`, `kap-day-not-valid`. */
function kap(payload: Infer<typeof RecordKap>, { today }: CampaignContext): Decided {
  if (payload.agreed > payload.asked || payload.asked === 0) return refused('kap-more-than-asked')
  return payload.on > today ? refused('kap-day-not-valid') : accepted([{ kind: 'campaign.kap-recorded.v1', payload }])
}

function evolve(state: MaybeCampaign, event: CampaignEvent): MaybeCampaign {
  if (event.kind === 'campaign.planned.v1')
    return { plan: event.payload, state: 'planned', checks: new Map(), materials: [], reach: [], kap: [], learned: null }
  if (state === null) return null
  switch (event.kind) {
    case 'campaign.checked.v1':
      return { ...state, checks: new Map(state.checks).set(event.payload.check, event.payload) }
    case 'campaign.material-added.v1':
      // Nobody looked at this one yet.
      return { ...state, materials: [...state.materials, event.payload], checks: without(state.checks, 'no-identifiable-images') }
    case 'campaign.published.v1':
      return { ...state, state: 'published' }
    case 'campaign.reach-recorded.v1':
      return { ...state, reach: [...state.reach, event.payload] }
    case 'campaign.reach-withdrawn.v1':
      return { ...state, reach: state.reach.filter((one) => one.id !== event.payload.reach) }
    case 'campaign.kap-recorded.v1':
      return { ...state, kap: [...state.kap, event.payload] }
    case 'campaign.closed.v1':
      return { ...state, state: 'closed', learned: event.payload.learned }
  }
}
const without = (checks: Campaign['checks'], check: CampaignCheck): Campaign['checks'] =>
  new Map([...checks].filter(([key]) => key !== check))

export const campaignDecider: Decider<MaybeCampaign, CampaignCommand, CampaignEvent, CampaignContext> = { initial: null, decide, evolve }
